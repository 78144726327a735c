'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#/app/_ui/button.tsx'
import { FileDrop } from '#/app/_ui/file-drop.tsx'
import type { Uploads } from '#/app/(portaal)/producten/[product]/berichten/uploads.tsx'
import { useDroppedFiles } from '#/app/(portaal)/producten/[product]/berichten/use-dropped-files.ts'

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
    | 'positionInside'
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
      | 'unpacked'
      | 'ended']: string
  }
}

type DeliveryPanelProps = {
  readonly uploadAddress: string
  readonly pagesAddress: string
  readonly maximumBytes: number
  readonly texts: DeliveryTexts
  /** Fetches what sends the files; tests give their own. */
  readonly load?: () => Promise<UploadsModule>
}

type UploadsModule = { readonly Uploads: typeof Uploads }

// Most visits of the page deliver nothing: its script comes when someone is about to.
const loadUploads = () => import('#/app/(portaal)/producten/[product]/berichten/uploads.tsx')

/** The files handed over so far, and the script that sends them, once it has been fetched. */
function useUploadsScript(load: () => Promise<UploadsModule>) {
  const [script, setScript] = useState<UploadsModule | null>(null)
  const [files, setFiles] = useState<readonly File[]>([])
  const handOver = async (chosen: readonly File[]): Promise<boolean> => {
    try {
      setScript(await load())
    } catch {
      // No connection, or the portal was renewed since this page came. The caller falls back to the browser's own form.
      return false
    }
    setFiles((all) => [...all, ...chosen])
    return true
  }
  return { Uploads: script?.Uploads, files, handOver }
}

/**
 * Delivering files with progress, cancel and retry per file. Without script it is a plain form with the same fields, and
 * so it is again when the script that sends files cannot be had.
 */
export function DeliveryPanel(props: DeliveryPanelProps) {
  const { uploadAddress, pagesAddress, maximumBytes, texts, load = loadUploads } = props
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [mode, setMode] = useState<'plain' | 'script' | 'failed'>('plain')
  useEffect(() => setMode('script'), [])
  const { Uploads, files, handOver } = useUploadsScript(load)
  const takeChosen = async () => {
    const field = input.current
    if (!field?.files || field.files.length === 0) return
    const isTaken = await handOver([...field.files])
    setMode(isTaken ? 'script' : 'failed')
    if (isTaken) field.value = ''
  }
  const isAbove = useDroppedFiles((dropped) => {
    if (input.current) input.current.files = dropped
    void takeChosen()
  })
  // What is fetched too early is kept; what cannot be had is said when files wait for it.
  const prepare = () => void load().catch(() => undefined)
  const isScript = mode === 'script'
  return (
    <div data-print="no" className="flex flex-col gap-3">
      <FileDrop
        title={texts.title}
        text={isAbove ? texts.dropHere : isScript ? texts.text : texts.textPlain}
        active={isAbove}
      >
        <form
          action={`${uploadAddress}/formulier`}
          method="post"
          encType="multipart/form-data"
          onSubmit={(event) => {
            if (!isScript) return
            event.preventDefault()
            void takeChosen()
          }}
          onPointerEnter={prepare}
          onFocus={prepare}
          className="flex min-w-0 flex-wrap items-end gap-3 max-sm:w-full"
        >
          <label
            className={
              isScript ? 'pz-file-button max-sm:w-full' : 'flex min-w-0 flex-col gap-1.5 font-semibold max-sm:w-full'
            }
          >
            {texts.label}
            <input
              ref={input}
              type="file"
              name="bestanden"
              multiple
              accept=".xml,.zip,application/xml,text/xml,application/zip"
              onChange={() => void takeChosen()}
              className={isScript ? 'sr-only' : 'pz-control max-w-full text-small font-normal'}
            />
          </label>
          {isScript ? null : <Button className="max-sm:w-full">{texts.submit}</Button>}
        </form>
      </FileDrop>
      {mode === 'failed' ? (
        <p role="alert" className="font-semibold text-bad">
          {texts.states.failed}
        </p>
      ) : null}
      {Uploads ? (
        <Uploads
          files={files}
          uploadAddress={uploadAddress}
          pagesAddress={pagesAddress}
          maximumBytes={maximumBytes}
          texts={texts}
          onFinished={() => router.refresh()}
        />
      ) : null}
    </div>
  )
}
