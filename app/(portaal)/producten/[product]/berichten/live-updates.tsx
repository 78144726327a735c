'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState, useTransition } from 'react'
import { deliveries } from '#/app/_delivery/dock-place.tsx'
import { LIVE_COOKIE } from '#/lib/platform/http/live-cookie.ts'

type LiveUpdatesProps = {
  readonly address: string
  readonly product: string
  /** Only what happens to this bericht; without it, to any of the product. */
  readonly berichtId?: string
  /** Told to a screen reader when the page has changed by itself. */
  readonly text: string
}

/** Several changes within this time are one. */
const GATHER_MS = 1_500
/** Without a stream, as some networks will not have it, the page is asked for so often. */
const POLL_MS = 60_000

const isAbout = (text: string, product: string, berichtId: string | undefined): boolean => {
  const change = JSON.parse(text) as { product?: unknown; id?: unknown }
  return change.product === product && (berichtId === undefined || change.id === berichtId)
}

/** A mark that was left behind by a page that closed is gone by itself. */
const MARK_MS = 10_000

const mark = () => cookieStore.set({ ...LIVE_COOKIE, path: '/', sameSite: 'strict', expires: Date.now() + MARK_MS })
const unmark = () => cookieStore.delete({ name: LIVE_COOKIE.name, path: '/' })

/** Brings the page up to date. The mark says that no person asked for it: it must not keep a session alive. */
function useQuietRefresh(onDone: () => void) {
  const router = useRouter()
  const [isPending, start] = useTransition()
  const isUnderWay = useRef(false)
  const refresh = useCallback(async () => {
    if (deliveries.areUnderWay || !navigator.onLine) return
    await mark()
    isUnderWay.current = true
    start(() => router.refresh())
  }, [router])
  useEffect(() => {
    if (isPending || !isUnderWay.current) return
    isUnderWay.current = false
    void unmark()
    onDone()
  }, [isPending, onDone])
  return refresh
}

/** Listens while the page is in sight, and calls `onChange` for what concerns it, or when something may have been missed. */
function useChanges({ address, product, berichtId }: Omit<LiveUpdatesProps, 'text'>, onChange: () => void) {
  useEffect(() => {
    // A browser that cannot mark what it asks for by itself stays as it was drawn.
    if (!('cookieStore' in window)) return
    let source: EventSource | null = null
    let poll: ReturnType<typeof setInterval> | undefined
    const open = () => {
      source = new EventSource(address)
      source.addEventListener('bericht', ({ data }: MessageEvent<string>) => {
        if (isAbout(data, product, berichtId)) onChange()
      })
      source.addEventListener('ververs', onChange)
      source.addEventListener('error', () => {
        if (source?.readyState === EventSource.CLOSED) poll ??= setInterval(onChange, POLL_MS)
      })
    }
    const close = () => {
      source?.close()
      source = null
      clearInterval(poll)
      poll = undefined
    }
    const onSight = () => {
      if (document.hidden) return close()
      if (source !== null) return
      open()
      onChange()
    }
    if (!document.hidden) open()
    document.addEventListener('visibilitychange', onSight)
    return () => {
      document.removeEventListener('visibilitychange', onSight)
      close()
    }
  }, [address, product, berichtId, onChange])
}

/** Keeps the page up to date by itself, without a word to the eye and politely to the ear. Without script nothing changes. */
export function LiveUpdates({ text, ...about }: LiveUpdatesProps) {
  const [told, setTold] = useState('')
  const gathering = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const refresh = useQuietRefresh(useCallback(() => setTold(text), [text]))
  const onChange = useCallback(() => {
    gathering.current ??= setTimeout(() => {
      gathering.current = undefined
      setTold('')
      void refresh()
    }, GATHER_MS)
  }, [refresh])
  useEffect(() => () => clearTimeout(gathering.current), [])
  useChanges(about, onChange)
  return (
    <p role="status" className="sr-only">
      {told}
    </p>
  )
}
