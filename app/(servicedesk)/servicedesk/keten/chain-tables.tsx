import { getLocale, getMessages } from 'next-intl/server'
import { ActButton } from '#/app/_people/act-button.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { orderResendAction } from '#/app/(servicedesk)/servicedesk/keten/actions.ts'
import type { ChainState, FailingLine, ParkedLine } from '#/lib/chain/operations/read-chain.ts'
import type { Failure } from '#/lib/chain/outbound/failure.ts'
import { SOFTWARE } from '#/lib/chain/outbound/pair.ts'
import type { QueueState } from '#/lib/jobs/read-queues.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

async function words() {
  const locale = localeFrom(await getLocale())
  const berichten = translator(locale, 'berichten')
  const settings = translator(locale, 'settings')
  const t = translator(locale, 'servicedesk')
  const failure = (found: Failure | null, to: string) => {
    if (found === null) return t('chain.unknown')
    const text =
      to === SOFTWARE ? settings(`connection.failures.${found.kind}`) : berichten(`sending.failures.${found.kind}`)
    return found.code === null ? text : `${text} (${found.code})`
  }
  // What goes on to the software of a gemeente has no number.
  const receiver = (code: string) =>
    code === SOFTWARE ? t('chain.software') : <span className="font-mono">{code}</span>
  return { locale, t, failure, receiver }
}

/** What waits because tries fail, by gemeente and receiver. */
export async function FailingTable({ lines }: { readonly lines: ChainState['failing'] }) {
  const { locale, t, failure, receiver } = await words()
  const columns: Column<FailingLine>[] = [
    { key: 'gemeente', header: t('chain.gemeente'), cell: (row) => row.gemeente, isRowHeader: true },
    { key: 'receiver', header: t('chain.receiver'), cell: (row) => receiver(row.receiver) },
    { key: 'waiting', header: t('chain.waiting'), cell: (row) => row.waiting },
    { key: 'why', header: t('chain.why'), cell: (row) => failure(row.failure, row.receiver) },
    { key: 'tries', header: t('chain.tries'), cell: (row) => row.attempts },
    { key: 'next', header: t('chain.next'), cell: (row) => formatMoment(row.nextAt, locale) },
  ]
  return (
    <DataTable
      caption={t('chain.failing')}
      columns={columns}
      rows={lines}
      rowKey={(row) => `${row.gemeente} ${row.receiver}`}
    />
  )
}

/** What was given up, each with the button that sends it again. */
export async function ParkedTable({ lines }: { readonly lines: ChainState['parked'] }) {
  const { locale, t, failure, receiver } = await words()
  const { errors } = (await getMessages()).servicedesk.chain
  const texts = { ...(await formTexts(errors)), busy: t('chain.busy') }
  const columns: Column<ParkedLine>[] = [
    { key: 'when', header: t('chain.when'), cell: (row) => formatMoment(row.parkedAt, locale), card: 'top' },
    { key: 'gemeente', header: t('chain.gemeente'), cell: (row) => row.gemeente, isRowHeader: true },
    { key: 'kind', header: t('chain.kind'), cell: (row) => row.berichtsoort ?? t('chain.unknown') },
    { key: 'receiver', header: t('chain.receiver'), cell: (row) => receiver(row.receiver) },
    {
      key: 'reference',
      header: t('chain.reference'),
      cell: (row) => <span className="font-mono text-small break-all">{row.referentienummer}</span>,
    },
    { key: 'why', header: t('chain.why'), cell: (row) => failure(row.failure, row.receiver) },
    {
      key: 'act',
      header: t('chain.act'),
      cell: (row) => (
        <ActButton
          action={orderResendAction}
          fields={{ berichtId: row.berichtId }}
          text={t('chain.resend')}
          about={row.referentienummer}
          idSuffix={row.referentienummer}
          texts={texts}
          tellsDone
        />
      ),
    },
  ]
  return <DataTable caption={t('chain.parked')} columns={columns} rows={lines} rowKey={(row) => row.referentienummer} />
}

/** The queues of the portal's own work. */
export async function QueueTable({ queues }: { readonly queues: ChainState['queues'] }) {
  const { t } = await words()
  const columns: Column<QueueState>[] = [
    {
      key: 'name',
      header: t('chain.queue'),
      cell: (row) => (row.isDeadLetters ? t('chain.deadLetters') : <span className="font-mono">{row.name}</span>),
      isRowHeader: true,
    },
    { key: 'waiting', header: t('chain.waiting'), cell: (row) => row.waiting },
    { key: 'active', header: t('chain.active'), cell: (row) => row.active },
  ]
  return <DataTable caption={t('chain.queues')} columns={columns} rows={queues} rowKey={(row) => row.name} />
}
