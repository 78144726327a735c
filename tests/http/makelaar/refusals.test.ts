import { CookieBrowser } from '#/tests/http/makelaar/cookie-browser.ts'
import { startWorld, type TestWorld, type Visit } from '#/tests/http/makelaar/visits.ts'

let world: TestWorld
beforeAll(async () => {
  world = await startWorld()
}, 30_000)
afterAll(() => world.close())
beforeEach(() => world.call('/test/herstel', {}))

const shiftClock = (seconds: number) => world.call('/test/klok', { verschuivingSeconden: seconds })

function expectRefusal(visit: Visit, text: string): void {
  expect(visit.page.status).toBe(200)
  expect(visit.page.text).toContain(text)
  expect(visit.page.text).toContain('role="alert"')
  expect(visit.page.text.match(/<h1>/g)).toHaveLength(1)
  expect(visit.page.text).toContain('SIMULATOR - geen echte eHerkenning')
  expect(visit.page.text).toContain('Annuleren')
}

describe('cancelling', () => {
  const stops: Record<string, (visit: Visit) => Promise<unknown>> = {
    'the first page': async () => undefined,
    'the page about a lost password': async (visit) => {
      visit.page = await visit.browser.get(`${visit.base}/vergeten`)
    },
    'the page about getting means': async (visit) => {
      visit.page = await visit.browser.get(`${visit.base}/aanvragen`)
    },
    'the sms page': (visit) => visit.password('nieuw'),
    'the choice of organisation': (visit) => visit.logIn('bakker'),
    'the mandate that is missing': (visit) => visit.logIn('meijer'),
    'means that are blocked': (visit) => visit.password('hendriks'),
  }
  it.each(Object.keys(stops))('on %s answers access_denied with state and iss', async (place) => {
    const visit = await world.visit('kpn')
    await stops[place]?.(visit)
    expect(visit.page.text).toContain(`${new URL(visit.base).pathname}/annuleren`)
    await visit.submit('annuleren')
    const { searchParams } = new URL(visit.callback)
    expect(searchParams.get('error')).toBe('access_denied')
    expect(searchParams.get('state')).toBe(visit.client.state)
    expect(searchParams.get('iss')).toBe(visit.client.connection.issuer)
  })
})

describe('the password page', () => {
  it('comes with the password form first and labels as agreed', async () => {
    const { page } = await world.visit('kpn')
    const order = [
      'Gebruikersnaam</label>',
      'Wachtwoord</label>',
      'Doorgaan',
      'Smartcard of USB-token',
      'Pincode</label>',
      'Doorgaan',
    ]
    let at = 0
    for (const text of order) {
      at = page.text.indexOf(text, at + 1)
      expect(at).toBeGreaterThan(0)
    }
    expect(page.text).toContain('Gebruikersnaam of wachtwoord vergeten')
    expect(page.text).toContain('Geen eHerkenning? Vraag een middel aan')
  })

  it('says the same for an unknown user, a user of another supplier and a wrong password', async () => {
    const texts: string[] = []
    for (const [userName, password] of [
      ['niemand', 'demo'],
      ['dekker', 'demo'],
      ['nieuw', 'fout'],
    ] as const) {
      const visit = await world.visit('kpn')
      await visit.password(userName, password)
      expectRefusal(visit, 'De gebruikersnaam of het wachtwoord klopt niet')
      texts.push(visit.page.text.replaceAll(visit.attemptId, ''))
    }
    expect(new Set(texts.map((text) => text.replace(/value="[^"]*"/g, ''))).size).toBe(1)
  })

  it.each(['nieuw', 'niemand'])(
    'closes %s for 15 minutes after 5 wrong passwords, also for the right one',
    async (userName) => {
      const visit = await world.visit('kpn')
      for (let tries = 0; tries < 4; tries += 1) await visit.password(userName, 'fout')
      expectRefusal(visit, 'klopt niet')
      await visit.password(userName, 'fout')
      expectRefusal(visit, 'Te vaak een verkeerd wachtwoord')
      await visit.password(userName)
      expectRefusal(visit, 'Te vaak een verkeerd wachtwoord')
      await shiftClock(15 * 60 + 1)
      const later = await world.visit('kpn')
      await later.password(userName)
      expect(later.page.text).toContain(userName === 'nieuw' ? 'Vul de code in' : 'klopt niet')
    },
  )

  it('writes typed text back as text, never as markup', async () => {
    const visit = await world.visit('kpn')
    await visit.password('"><script>alert(1)</script>', 'x')
    expect(visit.page.text).not.toContain('<script>')
  })

  it('closes a card for 15 minutes after 3 wrong pincodes', async () => {
    const visit = await world.visit('kpn')
    for (let tries = 0; tries < 3; tries += 1) await visit.submit('smartcard', { kaart: 'smit', pincode: '9999' })
    expectRefusal(visit, 'Te vaak een verkeerde pincode')
    await visit.submit('smartcard', { kaart: 'smit', pincode: '1234' })
    expectRefusal(visit, 'Te vaak een verkeerde pincode')
    await visit.submit('smartcard', { kaart: 'onbekend', pincode: '1234' })
    expectRefusal(visit, 'Kies een kaart')
  })
})

describe('people who stop at the supplier', () => {
  it('meijer has no mandate', async () => {
    expectRefusal(await (await world.visit('kpn')).logIn('meijer'), 'U hebt geen machtiging voor deze dienst')
  })

  it('hendriks has means that are blocked', async () => {
    const visit = await world.visit('kpn')
    await visit.password('hendriks')
    expectRefusal(visit, 'Uw inlogmiddel is geblokkeerd')
  })
})

describe('the sms page', () => {
  it('never shows the code and asks for it as a one-time code', async () => {
    const visit = await world.visit('kpn')
    await visit.password('nieuw')
    expect(visit.page.text).not.toContain(await visit.smsCode('nieuw'))
    expect(visit.page.text).toMatch(/inputmode="numeric" autocomplete="one-time-code"/)
    expect(await visit.smsCode('nieuw')).toMatch(/^\d{6}$/)
    expect(
      (await fetch(`${world.url}/sms`).then((answer) => answer.text())).includes(await visit.smsCode('nieuw')),
    ).toBe(true)
  })

  it('stops after 3 wrong codes, and starts again with a new one', async () => {
    const visit = await world.visit('kpn')
    await visit.password('nieuw')
    const old = await visit.smsCode('nieuw')
    for (const wrong of ['abcdef', '1']) {
      await visit.submit('sms', { code: wrong })
      expectRefusal(visit, 'De sms-code klopt niet')
    }
    await visit.submit('sms', { code: 'x' })
    expectRefusal(visit, 'Te vaak een verkeerde sms-code')
    await visit.submit('sms', { code: old })
    expectRefusal(visit, 'Te vaak een verkeerde sms-code')
    await visit.submit('opnieuw')
    await visit.logIn('nieuw')
    expect((await visit.client.finish(visit.callback)).claims.sub).toBeDefined()
  })

  it('refuses a code of 5 minutes old, and an empty one', async () => {
    const visit = await world.visit('kpn')
    await visit.password('nieuw')
    await visit.submit('sms', { code: '  ' })
    expectRefusal(visit, 'Vul de sms-code in')
    await shiftClock(301)
    await visit.sms('nieuw')
    expectRefusal(visit, 'De sms-code is verlopen')
  })

  it('sends a new code after 30 seconds, and the old one is dead', async () => {
    const visit = await world.visit('kpn')
    await visit.password('nieuw')
    const old = await visit.smsCode('nieuw')
    await visit.submit('sms-nieuw')
    expectRefusal(visit, 'U kunt nog geen nieuwe code vragen')
    await shiftClock(30)
    await visit.submit('sms-nieuw')
    expect(visit.page.text).toContain('Wij hebben een nieuwe code gestuurd')
    // One in a million new codes equals the old one; then there is no dead code to try.
    if ((await visit.smsCode('nieuw')) !== old) {
      await visit.submit('sms', { code: old })
      expectRefusal(visit, 'De sms-code klopt niet')
    }
    await visit.sms('nieuw')
    expect(visit.callback).toContain('code=')
  })

  it('reads the living code aloud', async () => {
    const visit = await world.visit('kpn')
    await visit.password('nieuw')
    const code = await visit.smsCode('nieuw')
    await visit.submit('sms-bellen')
    expect(visit.page.text).toContain('Wij bellen u en lezen de code voor')
    expect(await visit.smsCode('nieuw')).toBe(code)
    await visit.submit('sms', { code: `${code.slice(0, 3)} ${code.slice(3)}` })
    expect(visit.callback).toContain('code=')
  })

  it('refuses the code of another attempt of the same user', async () => {
    const [first, second] = [await world.visit('kpn'), await world.visit('kpn')]
    await first.password('nieuw')
    await second.password('nieuw')
    const [one, two] = [await first.smsCode('nieuw'), await second.smsCode('nieuw')]
    await first.submit('sms', { code: two })
    // One in a million pairs of codes is equal.
    if (one !== two) expectRefusal(first, 'De sms-code klopt niet')
  })
})

describe('an attempt that is over', () => {
  it('says so after the login, in another browser and after 15 minutes', async () => {
    const visit = await world.visit('kpn')
    const stranger = await new CookieBrowser().get(visit.base)
    const { base } = visit
    await visit.logIn('nieuw')
    const back = await visit.browser.get(base)
    const slow = await world.visit('kpn')
    await shiftClock(901)
    const late = await slow.browser.get(slow.base)
    for (const page of [stranger, back, late]) {
      expect(page.status).toBe(410)
      expect(page.text).toContain('Deze inlogpoging is voorbij')
      expect(page.text).toContain('/inloggen">Opnieuw beginnen')
    }
  })

  it('asks bakker to choose, and refuses an organisation that is not his', async () => {
    const visit = await (await world.visit('kpn')).logIn('bakker')
    await visit.submit('organisatie', { kvk: '90000003' })
    expectRefusal(visit, 'Kies de organisatie waarvoor u nu wilt werken')
    await visit.submit('organisatie', {})
    expectRefusal(visit, 'Kies de organisatie waarvoor u nu wilt werken')
  })

  it('does nothing with an action of another step or one that does not exist', async () => {
    const visit = await world.visit('kpn')
    await visit.submit('organisatie', { kvk: '90000001' })
    expect(visit.page.text).toContain('Inloggen bij KPN')
    await visit.submit('sms', { code: '123456' })
    expect(visit.page.text).toContain('Inloggen bij KPN')
    await visit.submit('bestaat-niet')
    expect(visit.page.text).toContain('Inloggen bij KPN')
  })
})
