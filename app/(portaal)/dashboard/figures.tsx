import { getTranslations } from 'next-intl/server'
import { Link } from '#/app/_ui/link.tsx'
import type { DashboardView } from '#/lib/reporting/read-dashboard.ts'

type Figure = {
  readonly key: string
  readonly count: number
  readonly title: string
  readonly note: string
  readonly href: string
}

async function figuresOf(view: DashboardView): Promise<Figure[]> {
  const t = await getTranslations('dashboard')
  const products = await getTranslations('common.products')
  const perProduct = view.figures.flatMap(({ product, available, toAnswer, late, faults }) => {
    const name = products(product)
    const list = `/producten/${product}/berichten`
    return [
      {
        key: `answer-${product}`,
        count: toAnswer,
        title: `${t('toAnswer')}, ${name}`,
        note: t('toAnswerNote', { late }),
        href: `${list}?richting=ontvangen`,
      },
      {
        key: `new-${product}`,
        count: available,
        title: `${t('available')}, ${name}`,
        note: t('availableNote'),
        href: `${list}?status=BESCHIKBAAR`,
      },
      {
        key: `fault-${product}`,
        count: faults,
        title: `${t('faults')}, ${name}`,
        note: t('faultsNote'),
        href: `${list}?status=AFGEKEURD`,
      },
    ]
  })
  const waiting = {
    key: 'waiting',
    count: view.waiting,
    title: t('waiting'),
    note: t('waitingNote'),
    href: '/beheer/gebruikers',
  }
  return view.isManager ? [waiting, ...perProduct] : perProduct
}

/** Figures that are links to the lists behind them; what is zero stays, calm, so that the page does not move. */
export async function Figures({ view }: { view: DashboardView }) {
  const figures = await figuresOf(view)
  if (figures.length === 0) return null
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {figures.map(({ key, count, title, note, href }) => (
        <li key={key} className="relative flex flex-col rounded-panel border border-line bg-paper p-5 hover:bg-tint">
          <span className={count > 0 ? 'text-h1 font-heavy tabular-nums' : 'text-h1 text-ink-soft tabular-nums'}>
            {count}
          </span>
          <Link href={href} className="font-semibold after:absolute after:inset-0">
            {title}
          </Link>
          <span className="text-small text-ink-soft">{note}</span>
        </li>
      ))}
    </ul>
  )
}
