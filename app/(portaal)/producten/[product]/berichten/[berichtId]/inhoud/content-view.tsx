import { Banner } from '#/app/_ui/banner.tsx'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { TextField } from '#/app/_ui/field.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { Parts } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/inhoud/element-view.tsx'
import { findingHref, isInXml } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/xml/xml-href.ts'
import { Findings } from '#/app/(portaal)/producten/[product]/berichten/findings.tsx'
import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import type { BerichtenTexts } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import type { ContentPart } from '#/lib/berichten/reading/read-content.ts'
import { NO_BSN_PATTERN, SOUGHT_AT_MOST, soughtText } from '#/lib/berichten/reading/sought-text.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import type { ReadingWords } from '#/lib/istandaarden/reading/element-words.ts'
import { clientOf, isOfHeader } from '#/lib/istandaarden/reading/place-findings.ts'
import { childOf } from '#/lib/istandaarden/reading/read-element.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'

/** Clients on one page. */
export const CLIENTS_SHOWN = 10
/** Findings at one place; the page about the bericht has more. */
const PLACED_AT_MOST = 20

type ViewProps = {
  readonly bericht: BerichtView
  readonly part: ContentPart
  /** Clients before the first one of this page. */
  readonly skip: number
  /** What was typed to look for. */
  readonly zoek: string
  readonly t: BerichtenTexts
}

function clientHref({ product, id }: BerichtView, from: number, zoek: string): string {
  const query = new URLSearchParams({ ...(zoek === '' ? {} : { zoek }), ...(from > 1 ? { vanaf: String(from) } : {}) })
  return `${listPath(product)}/${id}/inhoud${query.size > 0 ? `?${query}#clienten` : ''}`
}

function Pages({ bericht, part: { foundCount }, skip, zoek, t }: ViewProps) {
  const next = skip + CLIENTS_SHOWN
  return (
    <nav aria-label={t('reading.pages')} className="flex flex-wrap gap-4">
      {skip > 0 ? (
        <ButtonLink href={clientHref(bericht, Math.max(1, skip + 1 - CLIENTS_SHOWN), zoek)} look="secondary">
          {t('reading.previous')}
        </ButtonLink>
      ) : null}
      {next < foundCount ? (
        <ButtonLink href={clientHref(bericht, next + 1, zoek)} look="secondary">
          {t('reading.next')}
        </ButtonLink>
      ) : null}
    </nav>
  )
}

/** Looks among the clients of a bericht; of a bericht about one there is nothing to look for. */
function Search({ bericht, part: { clientCount, foundCount }, zoek, t }: ViewProps) {
  if (clientCount < 2) return null
  const isRefused = zoek !== '' && soughtText(zoek) === null
  return (
    <search>
      <form method="get" action={`${clientHref(bericht, 1, '')}#clienten`} className="flex flex-col items-start gap-3">
        <TextField
          name="zoek"
          type="search"
          label={t('reading.search.label')}
          hint={t('reading.search.hint')}
          defaultValue={zoek}
          maxLength={SOUGHT_AT_MOST}
          pattern={NO_BSN_PATTERN}
          title={t('reading.search.noBsn')}
          error={isRefused ? t('reading.search.refused') : undefined}
          errorPrefix={t('reading.search.errorPrefix')}
          autoComplete="off"
          fieldWidth="medium"
        />
        <SubmitButton look="secondary" busyText={t('reading.search.submit')} pending={false}>
          {t('reading.search.submit')}
        </SubmitButton>
        {zoek === '' ? null : <Link href={clientHref(bericht, 1, '')}>{t('reading.search.all')}</Link>}
      </form>
      {zoek === '' || isRefused ? null : (
        <p role="status" className="mt-3 font-semibold">
          {t('reading.search.found', { found: foundCount, count: clientCount })}
        </p>
      )}
    </search>
  )
}

type PlacedProps = {
  readonly bericht: BerichtView
  readonly words: ReadingWords
  readonly isHere: (finding: Finding) => boolean
}

/** The findings about one part, where that part is read; each with the way to its line. */
function PlacedFindings({ bericht, words, isHere }: PlacedProps) {
  const findings = bericht.findings.filter((finding) => isInXml(bericht, finding) && isHere(finding))
  if (findings.length === 0) return null
  return (
    <div className="rounded-md border border-line bg-warn-ground px-4">
      <Findings
        findings={findings.slice(0, PLACED_AT_MOST)}
        locale={words.locale}
        hrefOf={(finding) => findingHref(bericht, finding)}
      />
    </div>
  )
}

function Clients({ words, ...view }: ViewProps & { readonly words: ReadingWords }) {
  const { bericht, part, skip, zoek, t } = view
  const { clients, clientCount, foundCount } = part
  if (clientCount === 0) return null
  const isPaged = foundCount > CLIENTS_SHOWN
  const isSearch = soughtText(zoek) !== null
  return (
    <section id="clienten" className="flex scroll-mt-24 flex-col gap-4">
      <h2 className="text-h2">{t('reading.clients', { count: clientCount })}</h2>
      <Search {...view} />
      {isPaged && clients.length > 0 && !isSearch ? (
        <p>{t('reading.shown', { from: skip + 1, until: skip + clients.length, count: clientCount })}</p>
      ) : null}
      {clients.map(({ number, client }) => (
        <Panel key={number} title={t('reading.client', { number: String(number) })}>
          <PlacedFindings bericht={bericht} words={words} isHere={(finding) => clientOf(finding) === number} />
          <Parts elements={client.children} words={words} level={3} />
          {childOf(client, 'Bsn') ? (
            <p className="print:hidden">
              <Link href={`${listPath(bericht.product)}/${bericht.id}/bsn?client=${number}`}>
                {t('reading.bsn.showOf', { number: String(number) })}
              </Link>
            </p>
          ) : null}
        </Panel>
      ))}
      {isPaged ? <Pages {...view} /> : null}
    </section>
  )
}

/** The header, what is about the whole bericht, and its clients. */
export function ContentView({ locale, ...view }: ViewProps & { readonly locale: Locale }) {
  const { bericht, part, t } = view
  const words = { release: part.release, product: bericht.product, locale, t }
  const [header, ...rest] = part.general
  const others = rest.filter(({ children, value }) => children.length > 0 || value.trim() !== '')
  return (
    <>
      {part.isCut ? <Banner tone="warn" title={t('reading.cut')} /> : null}
      {header ? (
        <Panel title={t('reading.header')}>
          <PlacedFindings bericht={bericht} words={words} isHere={isOfHeader} />
          <Parts elements={header.children} words={words} level={3} />
        </Panel>
      ) : null}
      {others.length > 0 ? (
        <Panel title={t('reading.rest')}>
          <Parts elements={others} words={words} level={3} />
        </Panel>
      ) : null}
      <Clients {...view} words={words} />
    </>
  )
}
