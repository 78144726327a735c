import { ButtonLink } from '#/app/_ui/button.tsx'
import { CircleX, TriangleAlert } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { placed } from '#/app/_ui/placed.ts'
import { isInXml, rowId, xmlHref } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/xml/xml-href.ts'
import type { BerichtenTexts } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import { describeFinding } from '#/lib/istandaarden/describe-finding.ts'
import { ROW_CHARACTERS, ROWS_SHOWN, type XmlRow, type XmlRows } from '#/lib/istandaarden/reading/xml-rows.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'

type LinesProps = {
  readonly bericht: BerichtView
  readonly part: XmlRows
  readonly t: BerichtenTexts
  readonly locale: Locale
}

/** The findings on a row: at its line, from its first column to the one where the next row begins. */
function findingsOn({ regel, kolom }: XmlRow, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    (one) => one.regel === regel && (one.kolom ?? 1) >= kolom && (one.kolom ?? 1) < kolom + ROW_CHARACTERS,
  )
}

function Mark({
  finding,
  locale,
  t,
}: {
  readonly finding: Finding
  readonly locale: Locale
  readonly t: BerichtenTexts
}) {
  const isFault = finding.ernst === 'fout'
  return (
    <p className={`flex gap-2 py-1 font-sans text-small ${isFault ? 'text-bad' : 'text-warn'}`}>
      <Icon of={isFault ? CircleX : TriangleAlert} className="mt-0.5 size-4 shrink-0" />
      <span>
        <span className="font-semibold">{t(`detail.severity.${finding.ernst}`)}</span>{' '}
        <span className="pz-code">{finding.code}</span> {describeFinding(finding, locale).melding}
      </span>
    </p>
  )
}

/** Lines of a file with their numbers, and the way to those before and after. */
export function XmlLines({ bericht, part: { rows, next, lineCount }, t, locale }: LinesProps) {
  const findings = bericht.findings.filter((finding) => isInXml(bericht, finding))
  const [first] = rows
  if (first === undefined) return <p>{t('reading.xml.beyond', { count: lineCount })}</p>
  const isFirst = first.regel === 1 && first.kolom === 1
  return (
    <section aria-label={t('reading.xml.tab')} className="flex flex-col gap-4">
      <p>{t('reading.xml.shown', { from: first.regel, until: rows.at(-1)?.regel ?? first.regel, count: lineCount })}</p>
      <ol className="overflow-hidden rounded-md border border-line bg-paper py-2">
        {placed(rows).map(({ item: row, place }) => {
          const marks = findingsOn(row, findings)
          return (
            <li
              key={place}
              id={rowId(row)}
              className={`flex scroll-mt-24 gap-3 px-3 target:bg-tint ${marks.length > 0 ? 'bg-warn-ground' : ''}`}
            >
              <span className="w-8 shrink-0 sm:w-14 select-none text-right text-ink-soft pz-code">
                {row.kolom === 1 ? row.regel : ''}
              </span>
              <div className="min-w-0 grow">
                <code className="whitespace-pre-wrap break-words pz-code">{row.text}</code>
                {placed(marks).map(({ item, place: at }) => (
                  <Mark key={at} finding={item} locale={locale} t={t} />
                ))}
              </div>
            </li>
          )
        })}
      </ol>
      {isFirst && next === null ? null : (
        <nav aria-label={t('reading.xml.pages')} className="flex flex-wrap gap-4">
          {isFirst ? null : (
            <ButtonLink href={xmlHref(bericht, Math.max(1, first.regel - ROWS_SHOWN))} look="secondary">
              {t('reading.xml.previous')}
            </ButtonLink>
          )}
          {next === null ? null : (
            <ButtonLink href={xmlHref(bericht, next.regel, next.kolom)} look="secondary">
              {t('reading.xml.next')}
            </ButtonLink>
          )}
        </nav>
      )}
    </section>
  )
}
