import { getTranslations } from 'next-intl/server'
import { DeliveryPanel, type DeliveryTexts } from '#/app/(portaal)/producten/[product]/berichten/delivery-panel.tsx'
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

/** The place where files are delivered: a form that works without script, and better with it. */
export async function Delivery({ product }: { product: BerichtProduct }) {
  const t = await getTranslations('berichten.delivery')
  const texts: DeliveryTexts = {
    title: t('title'),
    text: t('text'),
    textPlain: t('textPlain', { files: MOST_FILES }),
    label: t('label'),
    submit: t('submit'),
    listLabel: t('listLabel'),
    retry: t('retry'),
    cancel: t('cancel'),
    clear: t('clear'),
    open: t('open'),
    about: t('about', PLACES),
    summary: t('summary', PLACES),
    more: t('more', PLACES),
    position: t('position', PLACES),
    reference: t('reference', PLACES),
    positionInside: t('positionInside', PLACES),
    dropHere: t('dropHere'),
    states: {
      waiting: t('states.waiting'),
      sending: t('states.sending', PLACES),
      checking: t('states.checking'),
      accepted: t('states.accepted', PLACES),
      rejected: t('states.rejected'),
      refused: t('states.refused'),
      failed: t('states.failed'),
      cancelled: t('states.cancelled'),
      unsure: t('states.unsure'),
      tooLarge: t('states.tooLarge'),
      unpacked: t('states.unpacked', PLACES),
      ended: t('states.ended'),
    },
  }
  return (
    <DeliveryPanel
      uploadAddress={`/api/berichten/${product}`}
      pagesAddress={listPath(product)}
      maximumBytes={MAXIMUM_ENVELOPE_BYTES}
      texts={texts}
    />
  )
}
