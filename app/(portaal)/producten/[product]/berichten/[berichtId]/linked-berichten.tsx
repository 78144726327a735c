import { getTranslations } from 'next-intl/server'
import { BerichtStatusBadge } from '#/app/_ui/bericht-status.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { berichtKind } from '#/lib/berichten/bericht-name.ts'
import type { BerichtDetail, LinkedBericht } from '#/lib/berichten/schema.ts'

type CompareLinkProps = { readonly bericht: BerichtDetail; readonly other: LinkedBericht; readonly text: string }

/** To what the later of the two changed, from either of them. */
function CompareLink({ bericht, other, text }: CompareLinkProps) {
  if (other.kind !== 'correctie' && other.kind !== 'eerder') return null
  const [later, earlier] = other.kind === 'eerder' ? [bericht.id, other.id] : [other.id, bericht.id]
  return (
    <Link href={`${listPath(bericht.product)}/${later}/vergelijking?met=${earlier}`}>
      {text}
      {other.identificatie ? <span className="sr-only"> {other.identificatie}</span> : null}
    </Link>
  )
}

/** Heen and retour together. */
export async function LinkedBerichten({ bericht }: { bericht: BerichtDetail }) {
  const t = await getTranslations('berichten')
  const { linked, product } = bericht
  return (
    <ul className="flex flex-col divide-y divide-line">
      {linked.map((other) => (
        <li
          key={other.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0"
        >
          <span className="flex min-w-0 flex-col">
            <span className="text-small text-ink-soft">{t(`detail.linkKinds.${other.kind}`)}</span>
            <Link href={`${listPath(product)}/${other.id}`}>
              {berichtKind(other) ?? t('unknown')}
              {other.identificatie ? <span className="pz-code"> {other.identificatie}</span> : null}
            </Link>
            <CompareLink bericht={bericht} other={other} text={t('comparing.link')} />
          </span>
          <BerichtStatusBadge status={other.status} label={t(`status.${other.status}`)} />
        </li>
      ))}
    </ul>
  )
}
