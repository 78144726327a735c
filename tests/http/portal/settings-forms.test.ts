import { certify, makeAuthority, pemOf } from '#/simulators/keten/certificates.ts'
import { formOf, type PlainForm, typedIn } from '#/tests/support/plain-forms.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { type Answer, Visitor } from '#/tests/support/visitor.ts'
import { wholePage } from '#/tests/support/whole-page.ts'

const portal = testPortal()
const PAGE = '/producten/iwmo/instellingen'
let smit: Visitor

beforeAll(async () => {
  smit = new Visitor(portal)
  await smit.logIn('smit')
})

const formAt = async (action: string): Promise<PlainForm> => formOf(await smit.ask(PAGE), action)
const post = (form: PlainForm, typed: Readonly<Record<string, string>>): Promise<Answer> =>
  smit.ask(PAGE, { method: 'POST', body: typedIn(form, typed) })
const field = (form: PlainForm, name: string) => form.fields.find(([known]) => known === name)?.[1]
const addresses = (notificationAddresses: string) => ({ notificationAddresses, retention: 'TWEE_MAANDEN' })

describe('settings without script', () => {
  // Guards issue "concurrent edits are refused with both versions shown": nothing is overwritten unseen, nothing typed is lost.
  it('show both versions when a colleague was first, keep what was typed, and can be saved again after that', async () => {
    const [first, second] = [await formAt('changeSettingsAction'), await formAt('changeSettingsAction')]
    await post(first, addresses('eerst@voorbeeldstad.example'))
    const refused = await post(second, addresses('later@voorbeeldstad.example'))
    const { shown, title, faults } = wholePage(refused)
    expect([refused.status, faults, title]).toEqual([200, [], expect.stringMatching(/^Fout: /)])
    for (const text of [
      'Een collega heeft de instellingen net gewijzigd',
      'Geldt nu',
      'Door u ingevuld',
      'Laatst gewijzigd door',
    ])
      expect(shown).toContain(text)
    const again = formOf(refused, 'changeSettingsAction')
    expect(again.text).toContain('>later@voorbeeldstad.example</textarea>')
    expect(Number(field(again, 'version'))).toBe(Number(field(second, 'version')) + 1)
    const saved = await post(again, addresses('later@voorbeeldstad.example'))
    expect(wholePage(saved).shown).toContain('De instellingen zijn opgeslagen')
  })

  it('put an earlier version back and say which', async () => {
    for (const name of ['een', 'twee'])
      await post(await formAt('changeSettingsAction'), addresses(`${name}@voorbeeldstad.example`))
    const form = await formAt('restoreSettingsAction')
    const answer = await post(form, {})
    const version = field(form, 'terug')
    expect([answer.status, answer.location]).toEqual([
      303,
      `${portal.url}${PAGE}?versie=${Number(field(form, 'version')) + 1}&teruggezet=${version}`,
    ])
    const { shown } = wholePage(await smit.ask(`${PAGE}?teruggezet=${version}`))
    expect(shown).toContain(`Versie ${version} is teruggezet`)
    expect(shown).toContain(`(versie ${version} teruggezet)`)
    expect(shown).toContain('>een@voorbeeldstad.example</textarea>')
  })

  it('switch a berichtsoort off, and tell who delivers', async () => {
    const form = await formAt('changeSoortenAction')
    const body = typedIn(form, {})
    for (const soort of ['WMO301', 'WMO302', 'WMO305']) body.append('actief', soort)
    const saved = await smit.ask(PAGE, { method: 'POST', body })
    expect(wholePage(saved).shown).toContain('De berichtsoorten zijn opgeslagen')
    const jansen = new Visitor(portal)
    await jansen.logIn('jansen')
    expect(wholePage(await jansen.ask('/producten/iwmo/berichten')).shown).toMatch(/heeft uitgezet: WMO306, WMO307, /)
  })
})

describe('a certificate as a file, without script', () => {
  const send = async (file: File) => {
    const body = typedIn(await formAt('changeConnectionAction'), { channel: 'PORTAAL', endpoint: '', certificate: '' })
    body.set('certificateFile', file)
    return smit.ask(PAGE, { method: 'POST', body })
  }

  it('is read by the server, and what stood in it is in the field when it is refused', async () => {
    const { certificate } = await certify(await makeAuthority('Vreemde CA'), { name: 'x', oin: '0'.repeat(20) })
    const { cert } = await pemOf({ certificate, keys: (await makeAuthority('y')).keys })
    const answer = await send(new File([certificate.rawData], 'software.der'))
    const { shown } = wholePage(answer)
    expect(shown).toContain('niet van een uitgever die wij vertrouwen')
    expect(shown.replaceAll('\r', '')).toContain(cert.trim().replaceAll('\r', ''))
  })

  it('that is something else is named', async () => {
    const { shown } = wholePage(await send(new File(['%PDF-1.7'], 'brief.pdf')))
    expect(shown).toContain('Dit is geen certificaat')
    expect(shown).toContain('>brief.pdf</textarea>')
  })

  it('may be empty, and no other part of a form may be a file', async () => {
    expect((await send(new File([], ''))).status).toBe(200)
    const body = typedIn(await formAt('changeSettingsAction'), {})
    body.set('notificationAddresses', new File(['a@x.example'], 'a.txt'))
    expect((await smit.ask(PAGE, { method: 'POST', body })).status).toBe(400)
  })
})
