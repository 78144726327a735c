import { getTranslations } from 'next-intl/server'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { CircleCheck, KeyRound, TriangleAlert } from '#/app/_ui/drawings.ts'
import { Link } from '#/app/_ui/link.tsx'
import { Status } from '#/app/_ui/status.tsx'
import type { GemeenteLine } from '#/lib/organisations/gemeenten/list-gemeenten.ts'
import { AGREEMENT_KINDS } from '#/lib/organisations/gemeenten/schema.ts'

async function Agreements({ gemeente }: { gemeente: GemeenteLine }) {
  const t = await getTranslations('servicedesk')
  const missing = AGREEMENT_KINDS.filter((kind) => !gemeente.agreementsInForce.includes(kind))
  if (missing.length === 0) return <Status tone="plain" icon={CircleCheck} label={t('gemeenten.both')} />
  if (missing.length === AGREEMENT_KINDS.length)
    return <Status tone="warn" icon={TriangleAlert} label={t('gemeenten.neither')} />
  const names = missing.map((kind) => t(`gemeente.${kind}`)).join(', ')
  return <Status tone="warn" icon={TriangleAlert} label={t('gemeenten.missing', { names })} />
}

/** The gemeenten: agreements, who waits, managers. */
export async function GemeenteTable({ gemeenten }: { gemeenten: readonly GemeenteLine[] }) {
  const t = await getTranslations('servicedesk.gemeenten')
  const columns: Column<GemeenteLine>[] = [
    {
      key: 'name',
      header: t('name'),
      isRowHeader: true,
      cell: ({ id, name }) => <Link href={`/servicedesk/gemeenten/${id}`}>{name}</Link>,
    },
    { key: 'code', header: t('code'), cell: ({ gemeenteCode }) => <span className="font-mono">{gemeenteCode}</span> },
    { key: 'agreements', header: t('agreements'), cell: (gemeente) => <Agreements gemeente={gemeente} /> },
    {
      key: 'waiting',
      header: t('waiting'),
      cell: ({ waiting }) =>
        waiting > 0 ? (
          <Status tone="info" icon={KeyRound} label={t('waitingCount', { count: waiting })} />
        ) : (
          <span className="text-ink-soft">{t('waitingCount', { count: 0 })}</span>
        ),
    },
    { key: 'managers', header: t('managers'), cell: ({ managers }) => t('managersCount', { count: managers }) },
  ]
  return <DataTable caption={t('caption')} columns={columns} rows={gemeenten} rowKey={({ id }) => id} />
}
