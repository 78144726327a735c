'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { EXTEND_PATH, LOGOUT_PATH, type SessionEnds } from '#/app/_ui/frame/viewer.ts'
import { connectTabs, type TabMessage } from '#/app/_ui/session-tabs.ts'

/**
 * How the session ended for this tab: by idle time, by its longest time, by the server (which knows why), or by
 * "Uitloggen" in another tab.
 */
export type SessionEnd = 'expired' | 'absolute' | 'by-server' | 'logged-out'

const MINUTE_MS = 60_000
const at = (iso: string) => new Date(iso).getTime()

/**
 * The session's ends by the clock of this browser. The difference between the two clocks is taken once, at the start;
 * after that only clocks are compared, never ticks counted, so that a sleeping tab or a closed lid changes nothing.
 */
export function useSessionClock(ends: SessionEnds, onEnd: (end: SessionEnd) => void) {
  // A ref, set before anything compares: a clock that is an hour off must not end the session at the first look.
  const skewMs = useRef(0)
  const [idleEnd, setIdleEnd] = useState(() => at(ends.idleEndsAt))
  const [remainingMs, setRemainingMs] = useState(Number.POSITIVE_INFINITY)
  const tell = useRef<(message: TabMessage) => void>(() => undefined)
  const absoluteEnd = at(ends.absoluteEndsAt)
  const end = Math.min(idleEnd, absoluteEnd)
  const warningMs = ends.warningMinutes * MINUTE_MS
  const isAhead = useCallback((moment: number) => moment > Date.now() - skewMs.current, [])
  const onEnded = useCallback(() => {
    // A tab that woke too late knows less than this one.
    if (!isAhead(end)) onEnd('expired')
  }, [end, isAhead, onEnd])

  useTabs(tell, setIdleEnd, onEnded, onEnd)

  // A new answer of the server brings new ends, for the other tabs too: one that lies still must not end the work in
  // this one.
  useEffect(() => {
    skewMs.current = Date.now() - at(ends.serverNow)
    setIdleEnd(at(ends.idleEndsAt))
    tell.current({ kind: 'extended', idleEndsAt: ends.idleEndsAt })
  }, [ends.serverNow, ends.idleEndsAt])

  useEffect(() => {
    const look = () => {
      const left = end - (Date.now() - skewMs.current)
      // Whole seconds, and nothing at all before the warning: the page is drawn anew only when there is news.
      setRemainingMs(left > warningMs ? Number.POSITIVE_INFINITY : Math.max(0, Math.ceil(left / 1000) * 1000))
    }
    look()
    const timer = setInterval(look, 1000)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [end, warningMs])

  const extended = useCallback((idleEndsAt: string) => {
    setIdleEnd(at(idleEndsAt))
    tell.current({ kind: 'extended', idleEndsAt })
  }, [])
  useOtherPages(ends.idleMinutes, skewMs, extended)

  const isAbsolute = absoluteEnd <= idleEnd
  const expired = remainingMs === 0
  useEffect(() => {
    if (!expired) return
    let isCalledOff = false
    void askSession('GET').then((answer) => {
      // Another tab knew better while the server was asked.
      if (isCalledOff) return
      if (answer === 'ended') {
        tell.current({ kind: 'ended' })
        onEnd(isAbsolute ? 'absolute' : 'expired')
      } else if (answer !== 'failed' && !isAbsolute && isAhead(at(answer.idleEndsAt))) extended(answer.idleEndsAt)
      else onEnd('by-server')
    })
    return () => {
      isCalledOff = true
    }
  }, [expired, isAbsolute, isAhead, extended, onEnd])
  return { remainingMs, isAbsolute, extended }
}

/** Keeps the tabs of one browser in step, logging out included. */
function useTabs(
  tell: React.RefObject<(message: TabMessage) => void>,
  setIdleEnd: React.Dispatch<React.SetStateAction<number>>,
  onEnded: () => void,
  onEnd: (end: SessionEnd) => void,
) {
  useEffect(() => {
    const tabs = connectTabs((message) => {
      // What a tab tells may be older than what this one knows.
      if (message.kind === 'extended') setIdleEnd((known) => Math.max(known, at(message.idleEndsAt)))
      else if (message.kind === 'ended') onEnded()
      else onEnd('logged-out')
    })
    tell.current = tabs.tell
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target
      if (form instanceof HTMLFormElement && form.getAttribute('action') === LOGOUT_PATH)
        tabs.tell({ kind: 'logged-out' })
    }
    document.addEventListener('submit', onSubmit)
    return () => {
      document.removeEventListener('submit', onSubmit)
      tabs.close()
    }
  }, [tell, setIdleEnd, onEnded, onEnd])
}

/**
 * Going to another page is activity; the frame stays as it is then, so the new idle end is reckoned here. The server
 * decides: reckoned too late, the next request goes to the login page, where nothing is lost.
 */
function useOtherPages(idleMinutes: number, skewMs: React.RefObject<number>, extended: (idleEndsAt: string) => void) {
  const page = `${usePathname()}?${useSearchParams()}`
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    extended(new Date(Date.now() - skewMs.current + idleMinutes * MINUTE_MS).toISOString())
  }, [page, idleMinutes, skewMs, extended])
}

/** So long this page waits to hear that the session lives on; what is personal stands on it meanwhile. */
const ANSWER_MS = 3_000

/**
 * Asks the server when the session ends, by POST for a new idle end: the time, `ended` when there is no session any more,
 * `failed` without answer.
 */
export async function askSession(
  method: 'GET' | 'POST',
): Promise<{ readonly idleEndsAt: string } | 'ended' | 'failed'> {
  if (!navigator.onLine) return 'failed'
  try {
    const answer = await fetch(EXTEND_PATH, {
      method,
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    if (answer.status === 401) return 'ended'
    if (!answer.ok) return 'failed'
    const body: unknown = await answer.json()
    const known =
      typeof body === 'object' && body !== null && 'idleEndsAt' in body && typeof body.idleEndsAt === 'string'
    return known ? { idleEndsAt: body.idleEndsAt as string } : 'failed'
  } catch {
    // No connection: the dialog says so and the person can try again.
    return 'failed'
  }
}
