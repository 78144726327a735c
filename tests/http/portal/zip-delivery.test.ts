import { strToU8, zipSync } from 'fflate'
import { someBericht } from '#/tests/support/addresses.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()
let jansen: Visitor

beforeAll(async () => {
  jansen = new Visitor(portal)
  await jansen.logIn('jansen')
})

const zipOf = (files: Readonly<Record<string, string>>) =>
  new Uint8Array(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))))
const post = (body: Uint8Array<ArrayBuffer> | string) =>
  jansen.ask('/api/berichten/iwmo', {
    method: 'POST',
    headers: { 'content-type': 'application/zip', 'x-bestandsnaam': 'alles.zip' },
    body,
  })

// Guards contract chapter 5: 207 with a result per file, in the order of the zip.
describe('a zip over the HTTP interface', () => {
  it('is answered 207 with what became of each file', async () => {
    const files = { 'a.xml': someBericht('ZIP-HTTP-1'), 'b.xml': '<a>', 'c.txt': 'geen bericht' }
    const answer = await post(zipOf(files))
    expect(answer.status).toBe(207)
    expect(JSON.parse(answer.text)).toMatchObject({
      resultaten: [
        { bestandsnaam: 'a.xml', status: 201, bericht: { identificatie: 'ZIP-HTTP-1', status: 'IN_WACHTRIJ' } },
        {
          bestandsnaam: 'b.xml',
          status: 422,
          probleem: { status: 422, code: 'AFGEKEURD', bevindingen: [{ code: 'NIET_WELGEVORMD' }] },
        },
        { bestandsnaam: 'c.txt', status: 415, probleem: { code: 'MEDIATYPE' } },
      ],
    })
    const again = JSON.parse((await post(zipOf(files))).text) as { resultaten: { status: number }[] }
    expect(again.resultaten.map(({ status }) => status)).toEqual([409, 422, 415])
  })

  it('is a problem when nothing of it can be taken in', async () => {
    const answer = await post('geen zip')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ])
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'GEEN_ZIP' })
  })

  it('is one line of the results when it comes by the form without script', async () => {
    const form = new FormData()
    const zip = zipOf({ 'a.xml': someBericht('ZIP-FORM-1'), 'b.xml': '<a>' })
    form.append('bestanden', new File([zip], 'alles.zip', { type: 'application/zip' }))
    const answer = await jansen.ask('/api/berichten/iwmo/formulier', { method: 'POST', body: form })
    expect(answer.status).toBe(303)
    const page = await jansen.ask(answer.location ?? '')
    expect(page.text).toContain('1 van 2 bestanden in de zip aangenomen')
    expect(page.text).toContain('b.xml: ')
  })
})
