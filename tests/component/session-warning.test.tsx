import { act, fireEvent, screen } from '@testing-library/react'
import { expectNoAxeViolations } from '#/tests/support/axe.ts'
import {
  dialog,
  iso,
  MINUTE,
  page,
  pass,
  START,
  sleep,
  Tabs,
  testSessionWarning,
} from '#/tests/support/session-warning.tsx'

const server = testSessionWarning()
const stay = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Blijf ingelogd' })))

describe('SessionWarning', () => {
  it('warns two minutes before the end, not earlier', async () => {
    page()
    await pass(17.9)
    expect(dialog()).not.toBeInTheDocument()
    await pass(0.2)
    expect(dialog()).toHaveAccessibleDescription(/^U hebt een tijd niets gedaan/)
    jest.useRealTimers()
    await expectNoAxeViolations()
  })

  // A count-down that speaks every second cannot be listened past.
  it('says the time left per minute and per 20 seconds in the last one', async () => {
    page()
    const said = new Set<string>()
    await pass(18)
    for (let second = 0; second < 119; second += 1) {
      said.add(screen.getByRole('status').textContent ?? '')
      await pass(1 / 60)
    }
    expect([...said]).toEqual([
      'U wordt over 2 minuten automatisch uitgelogd.',
      'U wordt over 1 minuut automatisch uitgelogd.',
      'U wordt over 40 seconden automatisch uitgelogd.',
      'U wordt over 20 seconden automatisch uitgelogd.',
    ])
  })

  it('extends by its button, closes, and warns again before the new end', async () => {
    page()
    await pass(19)
    await stay()
    expect(server.sent.map(({ url }) => url)).toEqual(['/api/sessie/verlengen'])
    expect(dialog()).not.toBeInTheDocument()
    await pass(17.9)
    expect(dialog()).not.toBeInTheDocument()
    await pass(0.2)
    expect(dialog()).toBeInTheDocument()
  })

  it('takes Escape as staying', async () => {
    page()
    await pass(19)
    await act(async () => fireEvent(screen.getByRole('alertdialog'), new Event('cancel', { cancelable: true })))
    expect(server.sent.map(({ url }) => url)).toEqual(['/api/sessie/verlengen'])
    expect(dialog()).not.toBeInTheDocument()
  })

  // Somebody who works in one tab is not logged out by another that lies still.
  it('tells the other tabs of every page that it goes to', async () => {
    const { goTo } = page()
    const heard: unknown[] = []
    new Tabs().onmessage = ({ data }) => heard.push(data)
    await pass(10)
    goTo('/dashboard')
    expect(heard).toEqual([{ kind: 'extended', idleEndsAt: iso(30) }])
  })

  it('believes no tab that knows less than itself', async () => {
    page()
    const other = new Tabs()
    act(() => other.postMessage({ kind: 'extended', idleEndsAt: iso(5) }))
    await pass(17.9)
    expect(dialog()).not.toBeInTheDocument()
  })

  it('tells the other tabs that it extended', async () => {
    page()
    const heard: unknown[] = []
    new Tabs().onmessage = ({ data }) => heard.push(data)
    await pass(19)
    await stay()
    expect(heard).toEqual([{ kind: 'extended', idleEndsAt: iso(39) }])
  })

  // After a closed lid no timer has ticked: only the clock knows how late it is.
  it('compares clocks, so that a laptop that slept is logged out when it wakes', async () => {
    const { left } = page()
    await sleep(25)
    expect(left).toHaveLength(1)
  })

  // A computer whose clock is an hour ahead must not throw people out at once.
  it('goes by the difference between the clock of the server and its own', async () => {
    jest.setSystemTime(START.getTime() + 60 * MINUTE)
    const { left } = page()
    await pass(17.9)
    expect([left.length, dialog()]).toEqual([0, null])
    await pass(0.2)
    expect(dialog()).toBeInTheDocument()
  })

  it('clears the page and its title at the end and goes to the login with the way back', async () => {
    const { left } = page({ children: <p>Bsn 999990019</p> })
    await pass(20.1)
    expect(document.body).not.toHaveTextContent('999990019')
    expect(document.title).toBe('U bent uitgelogd')
    expect(left).toEqual(['/inloggen?reden=verlopen&terug=%2F'])
  })

  it('waits with leaving until there is a connection, but clears the page at once', async () => {
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const { left } = page({ children: <p>Bsn 999990019</p> })
    await pass(20.1)
    expect(document.body).not.toHaveTextContent('999990019')
    expect(screen.getByRole('heading', { name: 'U bent uitgelogd' })).toBeInTheDocument()
    expect(left).toEqual([])
    act(() => void window.dispatchEvent(new Event('online')))
    expect(left).toHaveLength(1)
    online.mockRestore()
  })

  it('says that extending failed and lets one try again', async () => {
    server.toPress = () => Promise.reject(new TypeError('Failed to fetch'))
    page()
    await pass(19)
    await stay()
    expect(screen.getByRole('alert')).toHaveTextContent('Verlengen lukt nu niet.')
    expect(dialog()).toBeInTheDocument()
  })

  it('ends when the server says that there is no session any more', async () => {
    server.toPress = () => Promise.resolve({ ok: false, status: 401 })
    const { left } = page()
    await pass(19)
    await stay()
    // The page itself: asking for it again leads to the login with the reason, which only the server knows.
    expect(left).toEqual(['/'])
  })

  it('offers no extension before the absolute end and closes when it is read', async () => {
    const { left } = page({ absolute: 15 })
    await pass(13.1)
    expect(screen.getByRole('alertdialog', { name: 'U wordt bijna uitgelogd' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Blijf ingelogd' })).not.toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: 'Ik heb het gelezen' }))
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
    await pass(2)
    expect(left).toHaveLength(1)
  })

  it('counts going to another page as activity', async () => {
    const { goTo } = page()
    await pass(10)
    goTo('/dashboard')
    await pass(17.9)
    expect(dialog()).not.toBeInTheDocument()
    await pass(0.2)
    expect(dialog()).toBeInTheDocument()
  })

  // WCAG 2.2.5: what was typed is there again after the next login.
  it('keeps what stands in a form when the warning appears', async () => {
    page({
      children: (
        <form data-concept="profiel">
          <input aria-label="Achternaam" name="achternaam" defaultValue="Jansen" />
        </form>
      ),
    })
    await pass(18.1)
    expect(server.sent.map(({ url }) => url)).toEqual(['/api/sessie/concept'])
    expect(server.sent[0]?.body instanceof FormData && Object.fromEntries(server.sent[0].body)).toEqual({
      formulier: 'profiel',
      achternaam: 'Jansen',
    })
  })

  it('tells the other tabs when one logs out here', () => {
    page({
      children: (
        <form action="/api/uitloggen">
          <button type="submit">Uitloggen</button>
        </form>
      ),
    })
    const heard: unknown[] = []
    new Tabs().onmessage = ({ data }) => heard.push(data)
    document.addEventListener('submit', (event) => event.preventDefault(), { once: true })
    fireEvent.click(screen.getByRole('button', { name: 'Uitloggen' }))
    expect(heard).toEqual([{ kind: 'logged-out' }])
  })

  it('works in a browser without broadcast channels', async () => {
    Reflect.deleteProperty(window, 'BroadcastChannel')
    page()
    await pass(19)
    const told = (newValue: string) =>
      act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'portaal-sessie', newValue })))
    told('no message of ours')
    expect(dialog()).toBeInTheDocument()
    told(JSON.stringify({ kind: 'extended', idleEndsAt: iso(39) }))
    expect(dialog()).not.toBeInTheDocument()
  })
})
