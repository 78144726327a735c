'use client'

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
  readonly add: (files: readonly File[]) => void
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

/** The files of this page and their way to the server, three at a time. `onFinished` runs when nothing is under way. */
export function useUploads(address: string, maximumBytes: number, onFinished: () => void): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const running = useRef(new Map<string, { readonly cancel: () => void }>())
  const setState = useCallback((key: string, state: UploadState) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, state } : upload)))
  }, [])

  useEffect(() => {
    const waiting = uploads.filter(({ key, state }) => state.kind === 'waiting' && !running.current.has(key))
    for (const upload of waiting.slice(0, AT_ONCE - running.current.size)) {
      const handle = sendFile(address, upload, (state) => {
        if (isOver(state)) running.current.delete(upload.key)
        setState(upload.key, state)
      })
      running.current.set(upload.key, handle)
    }
  }, [uploads, address, setState])

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
    add: (files) =>
      setUploads((all) => [
        ...all,
        ...files.map((file) => ({ key: crypto.randomUUID(), file, state: firstState(file, maximumBytes) })),
      ]),
    cancel: (key) => {
      const handle = running.current.get(key)
      if (handle) handle.cancel()
      else setState(key, { kind: 'cancelled' })
    },
    retry: (key) => setState(key, { kind: 'waiting' }),
    clear: () => setUploads((all) => all.filter(({ state }) => !isOver(state))),
  }
}
