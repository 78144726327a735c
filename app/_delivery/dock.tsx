import { useRouter } from 'next/navigation'
import { useEffect, useId, useState, useSyncExternalStore } from 'react'
import type { DeliveryQueue } from '#/app/_delivery/delivery-queue.ts'
import { deliveries } from '#/app/_delivery/dock-place.tsx'
import type { DeliveryTexts } from '#/app/_delivery/texts.ts'
import { isAccepted, isOver, type Upload } from '#/app/_delivery/upload.ts'
import { filled, stateWords, UploadRow } from '#/app/_delivery/upload-row.tsx'
import { Button } from '#/app/_ui/button.tsx'
import { placed } from '#/app/_ui/placed.ts'
import { Progress } from '#/app/_ui/progress.tsx'

/** Up to so many files a screen reader hears of each. */
const FEW = 5

/** Lets pages know that files are under way. */
function useUnderWay(isBusy: boolean) {
  useEffect(() => {
    deliveries.areUnderWay = isBusy
    return () => {
      deliveries.areUnderWay = false
    }
  }, [isBusy])
}

/** Warns before the portal is left while bytes are under way. */
function useLeaveWarning(isBusy: boolean) {
  useEffect(() => {
    if (!isBusy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isBusy])
}

/**
 * What a screen reader hears: of a few files the outcome of each, of many how far they are at every quarter, and always
 * that the connection was lost. Not every step of progress.
 */
function announcement(uploads: readonly Upload[], texts: DeliveryTexts): string {
  if (uploads.some(({ state }) => state.kind === 'interrupted')) return texts.states.interrupted
  const over = uploads.filter(({ state }) => isOver(state))
  const last = over.at(-1)
  if (!last) return ''
  if (uploads.length <= FEW) return `${last.name}: ${stateWords(last.state, texts)}`
  const quarters = Math.floor((over.length / uploads.length) * 4)
  if (quarters === 0) return ''
  return filled(texts.progress, { done: Math.ceil((uploads.length * quarters) / 4), total: uploads.length })
}

/** How far all of them are, in one sentence above the list. */
function sumOf(uploads: readonly Upload[], texts: DeliveryTexts): string {
  const over = uploads.filter(({ state }) => isOver(state))
  const accepted = over.filter(({ state }) => isAccepted(state)).length
  return filled(texts.summary, {
    done: over.length,
    total: uploads.length,
    accepted,
    other: over.length - accepted,
  })
}

/** Of all bytes, those of files that are over and of those that were sent. */
function percentOf(uploads: readonly Upload[]): number {
  const all = uploads.reduce((sum, { file }) => sum + file.size, 0)
  const sent = uploads.reduce((sum, { file, state }) => {
    if (state.kind === 'sending') return sum + (file.size * state.percent) / 100
    return isOver(state) || state.kind === 'checking' ? sum + file.size : sum
  }, 0)
  return all === 0 ? 100 : Math.floor((sent / all) * 100)
}

/** What was not taken, by name: nobody should think that it is on its way. */
function NotTaken({ leftOut, isCut, texts }: NotTakenProps) {
  return (
    <>
      {isCut ? <p className="py-2 text-warn">{texts.cut}</p> : null}
      {leftOut.length > 0 ? (
        <details className="py-2 text-small">
          <summary>{filled(texts.leftOut, { count: leftOut.length })}</summary>
          <ul className="list-disc ps-5">
            {placed(leftOut).map(({ item, place }) => (
              <li key={place} className="break-all">
                {item}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
type NotTakenProps = { readonly leftOut: readonly string[]; readonly isCut: boolean; readonly texts: DeliveryTexts }

type DockProps = NotTakenProps & {
  readonly queue: DeliveryQueue
  /** Runs when this dock is there, and what it gives when it is not any more. */
  readonly whileShown: () => () => void
  readonly onClear: () => void
}

/** The deliveries under way: one line that tells how far all of them are, and below it the way of each. */
export function Dock({ queue, texts, leftOut, isCut, whileShown, onClear }: DockProps) {
  const uploads = useSyncExternalStore(queue.subscribe, queue.uploads, queue.uploads)
  const [isFolded, setIsFolded] = useState(false)
  const router = useRouter()
  const listId = useId()
  const isBusy = uploads.some(({ state }) => !isOver(state))
  const hasUploads = uploads.length > 0
  useEffect(whileShown, [whileShown])
  useUnderWay(isBusy)
  useLeaveWarning(isBusy)
  useEffect(() => {
    if (hasUploads && !isBusy) router.refresh()
  }, [hasUploads, isBusy, router])
  if (!(hasUploads || isCut || leftOut.length > 0)) return null
  return (
    <section
      aria-label={texts.dock}
      data-surface="plain"
      data-print="no"
      className="sticky bottom-0 z-30 order-last mt-auto rounded-panel border border-line-strong bg-paper px-5 py-1"
    >
      <p aria-live="polite" className="sr-only">
        {announcement(uploads, texts)}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <p className="min-w-0 grow basis-52 py-2 font-semibold">{sumOf(uploads, texts)}</p>
        <div className="flex flex-wrap items-center gap-x-4">
          <Button
            type="button"
            look="quiet"
            aria-expanded={!isFolded}
            aria-controls={listId}
            onClick={() => setIsFolded(!isFolded)}
          >
            {isFolded ? texts.unfold : texts.fold}
          </Button>
          {isBusy ? null : (
            <Button type="button" look="quiet" onClick={onClear}>
              {texts.clear}
            </Button>
          )}
        </div>
        {isBusy && uploads.length > 1 ? (
          <div className="w-full">
            <Progress label={texts.listLabel} percent={percentOf(uploads)} text={`${percentOf(uploads)} %`} />
          </div>
        ) : null}
      </div>
      <div id={listId} hidden={isFolded} className="max-h-[35vh] overflow-y-auto border-t border-line">
        <NotTaken leftOut={leftOut} isCut={isCut} texts={texts} />
        <ul aria-label={texts.listLabel} className="flex flex-col divide-y divide-line">
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} texts={texts} acts={queue} />
          ))}
        </ul>
      </div>
    </section>
  )
}
