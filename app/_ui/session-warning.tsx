'use client'

import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#/app/_ui/button.tsx'
import { Dialog } from '#/app/_ui/dialog.tsx'
import { LogoutForm } from '#/app/_ui/frame/logout-form.tsx'
import type { SessionEnds } from '#/app/_ui/frame/viewer.ts'
import { keepDrafts } from '#/app/_ui/session-drafts.ts'
import { askSession, type SessionEnd, useSessionClock } from '#/app/_ui/use-session-clock.ts'

/** Texts of the warning, all made on the server. */
export type SessionWarningTexts = {
  readonly title: string
  readonly explanation: string
  readonly absoluteTitle: string
  readonly absoluteExplanation: string
  readonly stay: string
  readonly understood: string
  readonly logout: string
  readonly failed: string
  readonly endedTitle: string
  readonly ended: string
  readonly toLogin: string
  /** What is said when so many seconds are left, longest first. */
  readonly announcements: readonly { readonly seconds: number; readonly text: string }[]
}

type SessionWarningProps = SessionEnds & {
  readonly texts: SessionWarningTexts
  /** Leaves the page; tests give their own. */
  readonly leave?: (address: string) => void
}

const MINUTE_MS = 60_000
/** So long before the end what was typed is kept once more. */
const LAST_KEEP_MS = 10_000

const leaveByBrowser = (address: string) => window.location.replace(address)

/** The text for the time left: that of the shortest announced time that is not over yet. */
function textFor(remainingMs: number, announcements: SessionWarningTexts['announcements']): string {
  const due = announcements.findLast(({ seconds }) => seconds * 1000 >= remainingMs)
  return (due ?? announcements[0])?.text ?? ''
}

/** Takes everything personal off the page, address and title included, and says what happened. */
function clearPage(texts: SessionWarningTexts, address: string) {
  const main = document.createElement('main')
  const heading = document.createElement('h1')
  heading.textContent = texts.endedTitle
  const explanation = document.createElement('p')
  explanation.textContent = texts.ended
  const link = document.createElement('a')
  link.href = address
  link.textContent = texts.toLogin
  link.className = 'pz-link'
  main.className = 'mx-auto flex max-w-form flex-col gap-4 p-8'
  heading.className = 'text-h1-phone'
  main.append(heading, explanation, link)
  document.body.replaceChildren(main)
  document.title = texts.endedTitle
}

/** Ends this page: cleared at once, then away, as soon as there is a connection to go by. */
function endPage(end: SessionEnd, texts: SessionWarningTexts, leave: (address: string) => void) {
  const here = window.location.pathname + window.location.search
  const door = here.startsWith('/servicedesk') ? '/servicedesk/inloggen' : '/inloggen'
  const addresses: Readonly<Record<SessionEnd, string>> = {
    'logged-out': '/uitgelogd',
    expired: `${door}?${new URLSearchParams({ reden: 'verlopen', terug: here })}`,
    absolute: `${door}?${new URLSearchParams({ reden: 'duur', terug: here })}`,
    // The session is dead there, so asking for this page again leads to the login with the reason.
    'by-server': here,
  }
  const address = addresses[end]
  clearPage(texts, address)
  if (navigator.onLine) leave(address)
  else window.addEventListener('online', () => leave(address), { once: true })
}

/**
 * Warns before the server ends the session, in every tab, and clears the page at the end. The server decides; this only
 * tells. Escape means staying, because a slip must not cost the session.
 */
export function SessionWarning({ texts, leave = leaveByBrowser, ...ends }: SessionWarningProps) {
  const over = useRef<boolean>(false)
  const aboutId = useId()
  const end = useCallback(
    (how: SessionEnd) => {
      if (over.current) return
      over.current = true
      endPage(how, texts, leave)
    },
    [texts, leave],
  )
  const { remainingMs, isAbsolute, extended } = useSessionClock(ends, end)
  const [failed, setFailed] = useState(false)
  const [read, setRead] = useState(false)
  const due = remainingMs <= ends.warningMinutes * MINUTE_MS
  const open = due && !(isAbsolute && read)

  useKeptDrafts(due, remainingMs <= LAST_KEEP_MS)
  useReloadFromHistory()

  const stay = useCallback(async () => {
    const answer = await askSession('POST')
    if (answer === 'ended') return end('by-server')
    setFailed(answer === 'failed')
    if (answer !== 'failed') extended(answer.idleEndsAt)
  }, [end, extended])
  const act = isAbsolute ? () => setRead(true) : () => void stay()
  return (
    <Dialog
      open={open}
      role="alertdialog"
      title={isAbsolute ? texts.absoluteTitle : texts.title}
      describedBy={aboutId}
      onDismiss={act}
    >
      <p role="status" className="font-semibold">
        {textFor(remainingMs, texts.announcements)}
      </p>
      <p id={aboutId}>{isAbsolute ? texts.absoluteExplanation : texts.explanation}</p>
      {failed ? (
        <p role="alert" className="font-semibold text-bad">
          {texts.failed}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button type="button" onClick={act}>
          {isAbsolute ? texts.understood : texts.stay}
        </Button>
        <LogoutForm text={texts.logout} />
      </div>
    </Dialog>
  )
}

/** Keeps what was typed when the warning appears, and once more just before the end. */
function useKeptDrafts(due: boolean, last: boolean) {
  useEffect(() => {
    if (due || last) void keepDrafts()
  }, [due, last])
}

/** A page that the browser brings back from its history is as old as it looks: ask the server again. */
function useReloadFromHistory() {
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload()
    }
    window.addEventListener('pageshow', onShow)
    return () => window.removeEventListener('pageshow', onShow)
  }, [])
}
