import { act } from '@testing-library/react'
import {
  dialog,
  gone,
  iso,
  MINUTE,
  page,
  pass,
  sleep,
  Tabs,
  testSessionWarning,
  until,
} from '#/tests/support/session-warning.tsx'

const server = testSessionWarning()

describe('the end of a session in several tabs', () => {
  it('closes in the other tabs when one extends', async () => {
    page()
    await pass(19)
    act(() => new Tabs().postMessage({ kind: 'extended', idleEndsAt: iso(39) }))
    expect(dialog()).not.toBeInTheDocument()
  })

  // One tab that woke too late must not throw away the work in all others while the session lives.
  it('does not believe a tab that says the session ended while it knows better, but does when somebody logged out', async () => {
    const { left } = page({ children: <p>Bsn 999990019</p> })
    const other = new Tabs()
    act(() => other.postMessage({ kind: 'ended' }))
    await pass(10)
    expect([left, document.body.textContent?.includes('999990019')]).toEqual([[], true])
    act(() => other.postMessage({ kind: 'logged-out' }))
    expect(left).toEqual(['/uitgelogd'])
  })

  it('ends with another tab when its own time is over too', async () => {
    const { left } = page()
    act(() => void jest.setSystemTime(Date.now() + 25 * MINUTE))
    act(() => new Tabs().postMessage({ kind: 'ended' }))
    expect(left).toEqual(['/inloggen?reden=verlopen&terug=%2F'])
  })

  it('asks the server at its own end, and stays when the session lives on, telling nobody that it ended', async () => {
    server.whetherAlive = until(35)
    const { left } = page({ children: <p>Bsn 999990019</p> })
    const heard: unknown[] = []
    new Tabs().onmessage = ({ data }) => heard.push(data)
    await sleep(25)
    expect([left, server.asked, dialog()]).toEqual([[], 1, null])
    expect(document.body).toHaveTextContent('999990019')
    expect(heard).toEqual([{ kind: 'extended', idleEndsAt: iso(35) }])
    server.whetherAlive = gone
    await pass(10.1)
    expect([left.length, server.asked]).toEqual([1, 2])
    expect(heard.at(-1)).toEqual({ kind: 'ended' })
  })

  // Of a session that lives on past its longest time, another one was begun in another tab: this page is asked for anew.
  it.each([
    ['the longest time is over while the server knows a session', 15, until(35)],
    ['the server names an end that is over', 480, until(19)],
    ['the server does not answer', 480, () => Promise.resolve({ ok: false, status: 503 })],
  ])('asks for the page again, and tells nobody that it ended, when %s', async (_, absolute, says) => {
    server.whetherAlive = says
    const { left } = page({ absolute, children: <p>Bsn 999990019</p> })
    const heard: unknown[] = []
    new Tabs().onmessage = ({ data }) => heard.push(data)
    await sleep(25)
    expect([left, server.asked, heard]).toEqual([['/'], 1, []])
    expect(document.body).not.toHaveTextContent('999990019')
  })
})
