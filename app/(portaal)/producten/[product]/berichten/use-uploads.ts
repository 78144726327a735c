import { useCallback, useEffect, useRef, useState } from 'react'
import {
  firstState,
  isOver,
  sendFile,
  type Upload,
  type UploadState,
} from '#/app/(portaal)/producten/[product]/berichten/upload.ts'

/** So many at a time: enough to fill the line, few enough to keep the order of the list. */
const AT_ONCE = 3

type Uploads = {
  readonly uploads: readonly Upload[]
  readonly cancel: (key: string) => void
  readonly retry: (key: string) => void
  readonly clear: () => void
}

/** Warns before the page is left while bytes are under way. */
function useLeaveWarning(isBusy: boolean) {
  useEffect(() => {
    if (!isBusy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isBusy])
}

type UploadOptions = {
  readonly uploadAddress: string
  readonly maximumBytes: number
  /** Runs when nothing is under way any more. */
  readonly onFinished: () => void
}

/** Puts each file that comes into the list, once. */
function useNewFiles(files: readonly File[], add: (fresh: readonly File[]) => void) {
  const taken = useRef(0)
  useEffect(() => {
    const fresh = files.slice(taken.current)
    taken.current = files.length
    if (fresh.length > 0) add(fresh)
  }, [files, add])
}

/** The files of this page and their way to the server, three at a time. */
export function useUploads(
  files: readonly File[],
  { uploadAddress, maximumBytes, onFinished }: UploadOptions,
): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const running = useRef(new Map<string, { readonly cancel: () => void }>())
  const setState = useCallback((key: string, state: UploadState) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, state } : upload)))
  }, [])
  const add = useCallback(
    (fresh: readonly File[]) => {
      const waiting = fresh.map((file) => ({ key: crypto.randomUUID(), file, state: firstState(file, maximumBytes) }))
      setUploads((all) => [...all, ...waiting])
    },
    [maximumBytes],
  )
  useNewFiles(files, add)

  useEffect(() => {
    const waiting = uploads.filter(({ key, state }) => state.kind === 'waiting' && !running.current.has(key))
    for (const upload of waiting.slice(0, AT_ONCE - running.current.size)) {
      const handle = sendFile(uploadAddress, upload, (state) => {
        if (isOver(state)) running.current.delete(upload.key)
        setState(upload.key, state)
      })
      running.current.set(upload.key, handle)
    }
  }, [uploads, uploadAddress, setState])

  const isBusy = uploads.some(({ state }) => !isOver(state))
  const finished = useRef(onFinished)
  useEffect(() => {
    finished.current = onFinished
  }, [onFinished])
  const hasUploads = uploads.length > 0
  useEffect(() => {
    if (hasUploads && !isBusy) finished.current()
  }, [hasUploads, isBusy])
  useLeaveWarning(isBusy)

  return {
    uploads,
    cancel: (key) => {
      const handle = running.current.get(key)
      if (handle) handle.cancel()
      else setState(key, { kind: 'cancelled' })
    },
    retry: (key) => setState(key, { kind: 'waiting' }),
    clear: () => setUploads((all) => all.filter(({ state }) => !isOver(state))),
  }
}
