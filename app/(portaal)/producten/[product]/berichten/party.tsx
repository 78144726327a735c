import type { BerichtenTexts } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import { otherParty } from '#/lib/berichten/bericht-name.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { CAK } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'

/** Whom a bericht goes to or comes from, in a list. */
export function Party({ bericht, t }: { readonly bericht: BerichtView; readonly t: BerichtenTexts }) {
  const code = otherParty(bericht)
  if (code === null) return null
  if (code === CAK) return <span className="max-md:text-small">{CAK}</span>
  return (
    <span className="flex gap-x-1.5 max-md:text-small md:flex-col">
      <span>{t(code.length === 4 ? 'list.gemeente' : 'list.provider')}</span>
      <span className="pz-code text-ink-soft">{code}</span>
    </span>
  )
}
