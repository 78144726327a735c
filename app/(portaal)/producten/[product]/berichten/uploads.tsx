import { Button } from '#/app/_ui/button.tsx'
import type { DeliveryTexts } from '#/app/(portaal)/producten/[product]/berichten/delivery-panel.tsx'
import { isAccepted, isOver, type Upload } from '#/app/(portaal)/producten/[product]/berichten/upload.ts'
import { filled, stateWords, UploadRow } from '#/app/(portaal)/producten/[product]/berichten/upload-row.tsx'
import { useUploads } from '#/app/(portaal)/producten/[product]/berichten/use-uploads.ts'

type UploadsProps = {
  /** All files handed over so far, in order; each is sent once. */
  readonly files: readonly File[]
  readonly uploadAddress: string
  readonly pagesAddress: string
  readonly maximumBytes: number
  readonly texts: DeliveryTexts
  /** Runs when nothing is under way any more. */
  readonly onFinished: () => void
}

/** What a screen reader hears of each file: once, when it is over. Not every step of progress. */
function announcement(uploads: readonly Upload[], texts: DeliveryTexts): string {
  const last = uploads.findLast(({ state }) => isOver(state))
  return last ? `${last.file.name}: ${stateWords(last.state, texts)}` : ''
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

/** Sends the files and shows the way of each. A script of its own, fetched when files are about to be delivered. */
export function Uploads({ files, uploadAddress, pagesAddress, maximumBytes, texts, onFinished }: UploadsProps) {
  const { uploads, cancel, retry, clear } = useUploads(files, { uploadAddress, maximumBytes, onFinished })
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {announcement(uploads, texts)}
      </p>
      {uploads.length > 0 ? (
        <div data-surface="plain" className="rounded-panel border border-line bg-paper px-5 py-2">
          <div className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line">
            <p role="status" className="py-2 font-semibold">
              {sumOf(uploads, texts)}
            </p>
            {uploads.some(({ state }) => isOver(state)) ? (
              <Button type="button" look="quiet" onClick={clear}>
                {texts.clear}
              </Button>
            ) : null}
          </div>
          <ul aria-label={texts.listLabel} className="flex flex-col divide-y divide-line">
            {uploads.map((upload) => (
              <UploadRow
                key={upload.key}
                upload={upload}
                texts={texts}
                pagesAddress={pagesAddress}
                onCancel={() => cancel(upload.key)}
                onRetry={() => retry(upload.key)}
              />
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}
