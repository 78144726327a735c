import { CircleX, TriangleAlert } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { placed } from '#/app/_ui/placed.ts'
import type { BerichtenTexts } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import { describeFinding } from '#/lib/istandaarden/describe-finding.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const LOOKS = {
  fout: { icon: CircleX, tone: 'text-bad' },
  waarschuwing: { icon: TriangleAlert, tone: 'text-warn' },
} as const

type PlaceProps = { readonly finding: Finding; readonly href: string | null; readonly t: BerichtenTexts }

function Place({ finding: { regel, kolom, inEnvelop }, href, t }: PlaceProps) {
  if (regel === null) return null
  const at = { line: String(regel), column: String(kolom ?? 1) }
  const text = t(inEnvelop ? 'detail.finding.inside' : 'detail.finding.at', at)
  return <span className="text-small text-ink-soft"> {href === null ? text : <Link href={href}>{text}</Link>}</span>
}

type FindingsProps = {
  readonly findings: readonly Finding[]
  readonly locale: Locale
  /** Where its line is shown, if anywhere. */
  readonly hrefOf?: (finding: Finding) => string | null
}

/** What is wrong with a file: place, element, what it means and what to do, in the order of the file. */
export function Findings({ findings, locale, hrefOf }: FindingsProps) {
  const t = translator(locale, 'berichten')
  return (
    <ol className="flex flex-col divide-y divide-line">
      {placed(findings).map(({ item: finding, place }) => {
        const { icon, tone } = LOOKS[finding.ernst]
        const { melding, herstel } = describeFinding(finding, locale)
        return (
          <li key={place} className="flex gap-3 py-3">
            <Icon of={icon} className={`mt-1 size-5 shrink-0 ${tone}`} />
            <div className="flex min-w-0 max-w-text flex-col gap-1">
              <p>
                <span className={`font-semibold ${tone}`}>{t(`detail.severity.${finding.ernst}`)}</span>{' '}
                <span className="pz-code">{finding.code}</span>
                <Place finding={finding} href={hrefOf?.(finding) ?? null} t={t} />
              </p>
              <p>{melding}</p>
              <p>
                <span className="font-semibold">{t('detail.finding.todo')}:</span> {herstel}
              </p>
              {finding.pad === null ? null : (
                <p className="text-small text-ink-soft">
                  {t('detail.finding.path')}: <span className="pz-code break-all">{finding.pad}</span>
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
