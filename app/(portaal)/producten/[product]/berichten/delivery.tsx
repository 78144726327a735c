import { getTranslations } from 'next-intl/server'
import { MOST_HANDED_OVER } from '#/app/_delivery/folder-files.ts'
import type { DeliveryTexts } from '#/app/_delivery/texts.ts'
import { Upload } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { DeliveryPanel } from '#/app/(portaal)/producten/[product]/berichten/delivery-panel.tsx'
import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { MOST_FILES } from '#/lib/berichten/schema.ts'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'

// Places that the script fills in itself; it gets no translation library.
const PLACES = {
  name: '{name}',
  percent: '{percent}',
  done: '{done}',
  total: '{total}',
  accepted: '{accepted}',
  other: '{other}',
  count: '{count}',
  line: '{line}',
  column: '{column}',
  reference: '{reference}',
} as const

/** The place where files are delivered: a form that works without script, and better with it. `choice` goes before the files. */
export async function Delivery({ product, choice }: { product: BerichtProduct; choice?: React.ReactNode }) {
  const t = await getTranslations('berichten.delivery')
  const texts: DeliveryTexts = {
    title: t('title'),
    text: t('text'),
    textPlain: t('textPlain', { files: MOST_FILES }),
    label: t('label'),
    labelFolder: t('labelFolder'),
    submit: t('submit'),
    dock: t('dock'),
    listLabel: t('listLabel'),
    retry: t('retry'),
    tryNow: t('tryNow'),
    cancel: t('cancel'),
    clear: t('clear'),
    fold: t('fold'),
    unfold: t('unfold'),
    open: t('open'),
    about: t('about', PLACES),
    summary: t('summary', PLACES),
    progress: t('progress', PLACES),
    leftOut: t('leftOut', PLACES),
    cut: t('cut', { files: MOST_HANDED_OVER }),
    more: t('more', PLACES),
    position: t('position', PLACES),
    reference: t('reference', PLACES),
    positionInside: t('positionInside', PLACES),
    dropHere: t('dropHere'),
    states: {
      waiting: t('states.waiting'),
      interrupted: t('states.interrupted'),
      busy: t('states.busy'),
      sending: t('states.sending', PLACES),
      checking: t('states.checking'),
      accepted: t('states.accepted', PLACES),
      rejected: t('states.rejected'),
      refused: t('states.refused'),
      failed: t('states.failed'),
      cancelled: t('states.cancelled'),
      unsure: t('states.unsure'),
      tooLarge: t('states.tooLarge'),
      unreadable: t('states.unreadable'),
      unpacked: t('states.unpacked', PLACES),
      ended: t('states.ended'),
    },
  }
  const destination = {
    uploadAddress: `/api/berichten/${product}`,
    pagesAddress: listPath(product),
    maximumBytes: MAXIMUM_ENVELOPE_BYTES,
  }
  const icon = (
    <span className="flex size-12 shrink-0 items-center max-sm:hidden justify-center rounded-control bg-tint text-action">
      <Icon of={Upload} className="size-6" />
    </span>
  )
  return <DeliveryPanel icon={icon} choice={choice} destination={destination} texts={texts} />
}
