import { getLocale, getTranslations } from 'next-intl/server'
import { TriangleAlert } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { PRODUCT_NAMES } from '#/lib/access/products.ts'
import { countText } from '#/lib/berichten/counted.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import type { DashboardView, ProductFigures } from '#/lib/reporting/read-dashboard.ts'

type Figure = {
  readonly key: string
  readonly count: number
  readonly title: string
  readonly note: string
  /** The note says that something cannot wait. */
  readonly isUrgent?: boolean
  readonly href: string
}

async function productFigures({ product, available, toAnswer, late, faults }: ProductFigures): Promise<Figure[]> {
  const t = await getTranslations('dashboard')
  const list = `/producten/${product}/berichten`
  return [
    {
      key: 'answer',
      count: toAnswer,
      title: t('toAnswer'),
      note: t('toAnswerNote', { late, many: countText(late, localeFrom(await getLocale())) }),
      isUrgent: late > 0,
      href: `/producten/${product}/wacht-op-antwoord`,
    },
    {
      key: 'new',
      count: available,
      title: t('available'),
      note: t('availableNote'),
      href: `${list}?status=BESCHIKBAAR`,
    },
    { key: 'fault', count: faults, title: t('faults'), note: t('faultsNote'), href: `${list}?aandacht=fouten` },
  ]
}

/** Figures under one heading: beside each other on a wide screen, one line each on a phone. */
async function FigureGroup({ title, figures }: { title: string; figures: readonly Figure[] }) {
  const locale = localeFrom(await getLocale())
  return (
    <section
      aria-label={title}
      data-surface="plain"
      className="overflow-clip rounded-panel border border-line bg-paper"
    >
      <h2 className="border-b border-line px-5 py-3 text-h2 sm:px-6">{title}</h2>
      <ul className="divide-y divide-line md:grid md:grid-cols-3 md:divide-x md:divide-y-0">
        {figures.map(({ key, count, title: text, note, isUrgent, href }) => (
          <li
            key={key}
            className="relative flex items-center gap-4 px-5 py-3 hover:bg-tint sm:px-6 md:flex-col md:items-start md:gap-1 md:py-5"
          >
            <span
              className={
                count > 0
                  ? 'min-w-10 text-h1 font-heavy tabular-nums max-md:text-center'
                  : 'min-w-10 text-h1 text-ink-soft tabular-nums max-md:text-center'
              }
            >
              {countText(count, locale)}
            </span>
            <span className="flex min-w-0 flex-col">
              <Link href={href} className="w-fit font-semibold after:absolute after:inset-0">
                {text}
                <span className="sr-only"> ({title})</span>
              </Link>
              {isUrgent ? (
                <span className="flex items-center gap-1.5 text-small font-semibold text-bad">
                  <Icon of={TriangleAlert} className="size-4 shrink-0" />
                  {note}
                </span>
              ) : (
                <span className="text-small text-ink-soft">{note}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Figures that are links to the lists behind them; what is zero stays, calm, so that the page does not move. */
export async function Figures({ view }: { view: DashboardView }) {
  const t = await getTranslations('dashboard')
  const nav = await getTranslations('common.nav')
  const waiting: Figure = {
    key: 'waiting',
    count: view.waiting,
    title: t('waiting'),
    note: t('waitingNote'),
    href: '/beheer/gebruikers',
  }
  return (
    <>
      {view.isManager ? <FigureGroup title={nav('users')} figures={[waiting]} /> : null}
      {
        await Promise.all(
          view.figures.map(async (figures) => (
            <FigureGroup
              key={figures.product}
              title={PRODUCT_NAMES[figures.product]}
              figures={await productFigures(figures)}
            />
          )),
        )
      }
    </>
  )
}
