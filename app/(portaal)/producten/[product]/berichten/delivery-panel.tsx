'use client'

import { useEffect, useRef, useState } from 'react'
import type { deliver, Given } from '#/app/_delivery/deliveries.tsx'
import type { DeliveryTexts } from '#/app/_delivery/texts.ts'
import type { Destination } from '#/app/_delivery/upload.ts'
import { Button } from '#/app/_ui/button.tsx'
import { FileDrop } from '#/app/_ui/file-drop.tsx'
import { useDroppedFiles } from '#/app/(portaal)/producten/[product]/berichten/use-dropped-files.ts'
import { CHOSEN_SOORT } from '#/lib/berichten/chosen-soort.ts'

type DeliveryPanelProps = {
  readonly icon: React.ReactNode
  /** What one must choose before the files, under the name CHOSEN_SOORT; drawn on the server. */
  readonly choice?: React.ReactNode
  readonly destination: Destination
  readonly texts: DeliveryTexts
  /** Fetches what sends the files; tests give their own. */
  readonly load?: () => Promise<DeliveriesModule>
}

type DeliveriesModule = { readonly deliver: typeof deliver }

// Most visits of the page deliver nothing: its script comes when someone is about to.
const loadDeliveries = () => import('#/app/_delivery/deliveries.tsx')

/** Where files go, with what was chosen for those that do not say themselves what they are. */
function chosenDestination(destination: Destination, form: HTMLFormElement | null): Destination {
  const soort = form === null ? null : new FormData(form).get(CHOSEN_SOORT)
  return typeof soort === 'string' && soort !== '' ? { ...destination, soort } : destination
}

/** Only a script gets the files of a folder. */
function FolderButton({ label, onChosen }: { label: string; onChosen: (field: HTMLInputElement) => void }) {
  return (
    <label className="pz-file-button max-sm:w-full" data-look="secondary">
      {label}
      <input
        type="file"
        {...{ webkitdirectory: '' }}
        onChange={({ currentTarget }) => onChosen(currentTarget)}
        className="sr-only"
      />
    </label>
  )
}

/**
 * Delivering files with progress, cancel and retry per file. Without script it is a plain form with the same fields, and
 * so it is again when the script that sends files cannot be had.
 */
export function DeliveryPanel({ icon, choice, destination, texts, load = loadDeliveries }: DeliveryPanelProps) {
  const input = useRef<HTMLInputElement>(null)
  const [mode, setMode] = useState<'plain' | 'script' | 'failed'>('plain')
  useEffect(() => setMode('script'), [])
  const handOver = async (given: Given): Promise<boolean> => {
    const chosen = chosenDestination(destination, input.current?.form ?? null)
    let script: DeliveriesModule
    try {
      script = await load()
    } catch {
      // No connection, or the portal was renewed since this page came: what is left is the browser's own form.
      setMode('failed')
      return false
    }
    setMode('script')
    await script.deliver(given, chosen, texts)
    return true
  }
  const takeChosen = async ({ current: field }: { readonly current: HTMLInputElement | null }) => {
    if (!field?.files || field.files.length === 0) return
    if (await handOver({ chosen: [...field.files] })) field.value = ''
  }
  const isAbove = useDroppedFiles((dropped, files) => {
    void handOver({ dropped }).then((isTaken) => {
      if (!isTaken && input.current) input.current.files = files
    })
  })
  // What is fetched too early is kept; what cannot be had is said when files wait for it.
  const prepare = () => void load().catch(() => undefined)
  const isScript = mode === 'script'
  return (
    <div data-print="no" className="flex flex-col gap-3">
      <FileDrop
        icon={icon}
        title={texts.title}
        text={isAbove ? texts.dropHere : isScript ? texts.text : texts.textPlain}
        active={isAbove}
      >
        <form
          action={`${destination.uploadAddress}/formulier`}
          method="post"
          encType="multipart/form-data"
          onSubmit={(event) => {
            if (!isScript) return
            event.preventDefault()
            void takeChosen(input)
          }}
          onPointerEnter={prepare}
          onFocus={prepare}
          className="flex min-w-0 flex-wrap items-end gap-3 max-sm:w-full"
        >
          {choice ? <div className="min-w-0 basis-full pb-2">{choice}</div> : null}
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
              onChange={() => void takeChosen(input)}
              className={isScript ? 'sr-only' : 'pz-control max-w-full text-small font-normal'}
            />
          </label>
          {isScript ? (
            <FolderButton label={texts.labelFolder} onChosen={(current) => void takeChosen({ current })} />
          ) : (
            <Button className="max-sm:w-full">{texts.submit}</Button>
          )}
        </form>
      </FileDrop>
      {mode === 'failed' ? (
        <p role="alert" className="font-semibold text-bad">
          {texts.states.failed}
        </p>
      ) : null}
    </div>
  )
}
