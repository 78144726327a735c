import { Banner } from '#/app/_ui/banner.tsx'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { Parts } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/inhoud/element-view.tsx'
import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import type { BerichtenTexts } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import type { ContentPart } from '#/lib/berichten/reading/read-content.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import type { ReadingWords } from '#/lib/istandaarden/reading/element-words.ts'
import { childOf } from '#/lib/istandaarden/reading/read-element.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'

/** Clients on one page. */
export const CLIENTS_SHOWN = 10

type ViewProps = {
  readonly bericht: BerichtView
  readonly part: ContentPart
  /** Clients before the first one of this page. */
  readonly skip: number
  readonly t: BerichtenTexts
}

const clientHref = ({ product, id }: BerichtView, from: number) =>
  `${listPath(product)}/${id}/inhoud${from > 1 ? `?vanaf=${from}` : ''}`

function Pages({ bericht, part: { clientCount }, skip, t }: ViewProps) {
  const next = skip + CLIENTS_SHOWN
  return (
    <nav aria-label={t('reading.pages')} className="flex flex-wrap gap-4">
      {skip > 0 ? (
        <ButtonLink href={clientHref(bericht, Math.max(1, skip + 1 - CLIENTS_SHOWN))} look="secondary">
          {t('reading.previous')}
        </ButtonLink>
      ) : null}
      {next < clientCount ? (
        <ButtonLink href={clientHref(bericht, next + 1)} look="secondary">
          {t('reading.next')}
        </ButtonLink>
      ) : null}
    </nav>
  )
}

function Clients({ words, ...view }: ViewProps & { readonly words: ReadingWords }) {
  const { part, skip, t } = view
  const { clients, clientCount } = part
  if (clientCount === 0) return null
  const isPaged = clientCount > CLIENTS_SHOWN
  const numbered = clients.map((client, index) => ({ client, number: skip + index + 1 }))
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-h2">{t('reading.clients', { count: clientCount })}</h2>
      {isPaged && clients.length > 0 ? (
        <p>{t('reading.shown', { from: skip + 1, until: skip + clients.length, count: clientCount })}</p>
      ) : null}
      {numbered.map(({ client, number }) => (
        <Panel key={number} title={t('reading.client', { number: String(number) })}>
          <Parts elements={client.children} words={words} level={3} />
          {childOf(client, 'Bsn') ? (
            <p className="print:hidden">
              <Link href={`${listPath(view.bericht.product)}/${view.bericht.id}/bsn?client=${number}`}>
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
