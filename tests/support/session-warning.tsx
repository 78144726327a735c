import { act, render, screen } from '@testing-library/react'
import { PathnameContext, SearchParamsContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime'
import { sessionWarningTexts } from '#/app/_ui/frame/session-warning-texts.ts'
import { SessionWarning } from '#/app/_ui/session-warning.tsx'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** In milliseconds. */
export const MINUTE = 60_000
/** When the clock of these tests begins. */
export const START = new Date('2026-11-23T09:00:00Z')
/** So many minutes after the start. */
export const iso = (minutes: number) => new Date(START.getTime() + minutes * MINUTE).toISOString()
const texts = sessionWarningTexts(translator('nl', 'common'), 2)

/** The tabs of one browser: what one posts, the others get. */
export class Tabs {
  static open: Tabs[] = []
  onmessage: ((event: { data: unknown }) => void) | null = null
  constructor() {
    Tabs.open.push(this)
  }
  postMessage(data: unknown) {
    for (const other of Tabs.open) if (other !== this) other.onmessage?.({ data })
  }
  close() {
    Tabs.open = Tabs.open.filter((tab) => tab !== this)
  }
}

// jsdom knows the element but not its modal behaviour.
function teachDialogs() {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
  }
}

/** The answer without a session. */
export const gone = () => Promise.resolve({ ok: false, status: 401 })
/** An answer that names such an end. */
export const until = (minutes: number) => () =>
  Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve({ idleEndsAt: iso(minutes) }) })

type Says = () => Promise<Partial<Response>>
/** The server of a test: what it was sent, how often it was asked whether the session lives, and what it says to both. */
export type FakeServer = { sent: { url: string; body: unknown }[]; asked: number; toPress: Says; whetherAlive: Says }

/** Sets clock, tabs, page and server for each test of the file; the server is the same object for all. */
export function testSessionWarning(): FakeServer {
  const server: FakeServer = { sent: [], asked: 0, toPress: until(39), whetherAlive: gone }
  beforeEach(() => {
    jest.useFakeTimers({ now: START })
    teachDialogs()
    Tabs.open = []
    Object.assign(window, { BroadcastChannel: Tabs })
    Object.assign(server, { sent: [], asked: 0, toPress: until(39), whetherAlive: gone })
    window.fetch = (url, init) => {
      if (init?.method !== 'POST') {
        server.asked += 1
        return server.whetherAlive() as Promise<Response>
      }
      server.sent.push({ url: String(url), body: init?.body })
      return server.toPress() as Promise<Response>
    }
    document.body.replaceChildren()
    document.title = 'Berichten iWmo'
  })
  afterEach(() => jest.useRealTimers())
  return server
}

type Options = { absolute?: number; skewMinutes?: number; path?: string; children?: React.ReactNode }

/** A page with the warning; `left` holds where it went. */
export function page({ absolute = 480, path = '/producten/iwmo/berichten', children }: Options = {}) {
  const left: string[] = []
  const ends = {
    serverNow: START.toISOString(),
    idleEndsAt: iso(20),
    absoluteEndsAt: iso(absolute),
    idleMinutes: 20,
    warningMinutes: 2,
  }
  const at = (place: string) => (
    <PathnameContext.Provider value={place}>
      <SearchParamsContext.Provider value={new URLSearchParams()}>
        <main>{children}</main>
        <SessionWarning {...ends} texts={texts} leave={(address) => left.push(address)} />
      </SearchParamsContext.Provider>
    </PathnameContext.Provider>
  )
  const { rerender } = render(at(path))
  return { left, goTo: (place: string) => rerender(at(place)) }
}

/** Lets time pass; the timers tick, the clock decides. */
export const pass = (minutes: number) =>
  act(() => {
    jest.advanceTimersByTime(minutes * MINUTE)
    return Promise.resolve()
  })
/** A sleeping laptop: the clock runs on, no timer ticks. Then the person looks at the tab again. */
export const sleep = (minutes: number) =>
  act(() => {
    jest.setSystemTime(Date.now() + minutes * MINUTE)
    window.dispatchEvent(new Event('focus'))
    return Promise.resolve()
  })
/** The warning before the idle end, when it is there. */
export const dialog = () => screen.queryByRole('alertdialog', { name: 'Wilt u ingelogd blijven?' })
