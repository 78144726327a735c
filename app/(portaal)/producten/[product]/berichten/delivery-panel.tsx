'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#/app/_ui/button.tsx'
import { FileDrop } from '#/app/_ui/file-drop.tsx'
import { isOver, type Upload } from '#/app/(portaal)/producten/[product]/berichten/upload.ts'
import { filled, stateWords, UploadRow } from '#/app/(portaal)/producten/[product]/berichten/upload-row.tsx'
import { useUploads } from '#/app/(portaal)/producten/[product]/berichten/use-uploads.ts'

/** Texts of the delivery, handed over by the page; `{places}` are filled in by the script. */
export type DeliveryTexts = {
  readonly [Key in
    | 'title'
    | 'text'
    | 'textPlain'
    | 'label'
    | 'submit'
    | 'listLabel'
    | 'retry'
    | 'cancel'
    | 'clear'
    | 'open'
    | 'about'
    | 'summary'
    | 'more'
    | 'position'
    | 'reference'
    | 'dropHere']: string
} & {
  readonly states: {
    readonly [Key in
      | 'waiting'
      | 'sending'
      | 'checking'
      | 'accepted'
      | 'rejected'
      | 'refused'
      | 'failed'
      | 'cancelled'
      | 'unsure'
      | 'tooLarge'
      | 'zip'
      | 'ended']: string
  }
}

type DeliveryPanelProps = {
  readonly uploadAddress: string
  readonly pagesAddress: string
  readonly maximumBytes: number
  readonly texts: DeliveryTexts
}

/** Takes files that are dropped anywhere on the page. Tells whether files hang above it. */
function useDroppedFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [isAbove, setIsAbove] = useState(false)
  const take = useRef(onFiles)
  useEffect(() => {
    take.current = onFiles
  }, [onFiles])
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsAbove(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsAbove(false)
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsAbove(false)
      take.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return isAbove
}

/** What a screen reader hears of each file: once, when it is over. Not every step of progress. */
function announcement(uploads: readonly Upload[], texts: DeliveryTexts): string {
  const last = uploads.findLast(({ state }) => isOver(state))
  return last ? `${last.file.name}: ${stateWords(last.state, texts)}` : ''
}

/** How far all of them are, in one sentence above the list. */
function sumOf(uploads: readonly Upload[], texts: DeliveryTexts): string {
  const over = uploads.filter(({ state }) => isOver(state))
  const accepted = over.filter(({ state }) => state.kind === 'accepted').length
  return filled(texts.summary, {
    done: over.length,
    total: uploads.length,
    accepted,
    other: over.length - accepted,
  })
}

/** Delivering files with progress, cancel and retry per file. Without script it is a plain form with the same fields. */
export function DeliveryPanel({ uploadAddress, pagesAddress, maximumBytes, texts }: DeliveryPanelProps) {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => setHasScript(true), [])
  const { uploads, add, cancel, retry, clear } = useUploads(uploadAddress, maximumBytes, () => router.refresh())
  const isAbove = useDroppedFiles(add)
  const takeChosen = () => {
    add([...(input.current?.files ?? [])])
    if (input.current) input.current.value = ''
  }
  return (
    <div className="flex flex-col gap-3">
      <FileDrop
        title={texts.title}
        text={isAbove ? texts.dropHere : hasScript ? texts.text : texts.textPlain}
        active={isAbove}
      >
        <form
          action={`${uploadAddress}/formulier`}
          method="post"
          encType="multipart/form-data"
          onSubmit={(event) => {
            event.preventDefault()
            takeChosen()
          }}
          className="flex min-w-0 flex-wrap items-end gap-3 max-sm:w-full"
        >
          <label
            className={
              hasScript ? 'pz-file-button max-sm:w-full' : 'flex min-w-0 flex-col gap-1.5 font-semibold max-sm:w-full'
            }
          >
            {texts.label}
            <input
              ref={input}
              type="file"
              name="bestanden"
              multiple
              accept=".xml,application/xml,text/xml"
              onChange={takeChosen}
              className={hasScript ? 'sr-only' : 'pz-control max-w-full text-small font-normal'}
            />
          </label>
          {hasScript ? null : <Button className="max-sm:w-full">{texts.submit}</Button>}
        </form>
      </FileDrop>
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
    </div>
  )
}
