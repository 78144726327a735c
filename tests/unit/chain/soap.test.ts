import { openSoapBody, type SoapFault, SoapFaultError } from '#/lib/chain/soap/open-soap-body.ts'
import { readAnswer } from '#/lib/chain/soap/read-answer.ts'
import { SOAP } from '#/lib/chain/soap/soap-names.ts'
import { type AnswerFacts, writeReceived, writeRefusal } from '#/lib/chain/soap/write-answer.ts'
import { GGK, STUF } from '#/lib/envelope/namespaces.ts'

const ROOT = 'envelopHeenbericht-ggk_Di01'
const INNER = `<GGK:stuurgegevens><StUF:berichtcode>Di01</StUF:berichtcode></GGK:stuurgegevens>`
const ENVELOPE = `<GGK:${ROOT} xmlns:GGK="${GGK}" xmlns:StUF="${STUF}">${INNER}</GGK:${ROOT}>`
const message = (body: string, { head = '', attributes = '' } = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${head}<s:Envelope xmlns:s="${SOAP}"${attributes}><s:Body>${body}</s:Body></s:Envelope>\n`

async function* pieces(text: string | Buffer, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function opened(text: string | Buffer, size = 64): Promise<string | SoapFault> {
  try {
    const { envelope } = await openSoapBody(pieces(text, size))
    const out: Buffer[] = []
    for await (const piece of envelope) out.push(piece)
    return Buffer.concat(out).toString('utf8')
  } catch (error) {
    if (error instanceof SoapFaultError) return error.fault
    throw error
  }
}

describe('a SOAP message', () => {
  // Guards "streams": however the bytes are cut, the envelope that comes out is the same.
  it.each([1, 2, 7, 64, 100_000])('gives its envelope, cut in pieces of %i bytes', async (size) => {
    expect(await opened(message(ENVELOPE), size)).toBe(ENVELOPE)
  })

  // Ordinary SOAP clients declare every namespace on the outermost element.
  it('gives its envelope as a document of its own, with the namespaces that were declared around it', async () => {
    const bare = `<GGK:${ROOT} xmlns:GGK="${GGK}">${INNER}</GGK:${ROOT}>`
    const text = await opened(message(bare, { attributes: ` xmlns:StUF='${STUF}' xmlns:GGK="urn:other"` }))
    expect(text).toContain(`<GGK:${ROOT} xmlns:StUF='${STUF}' xmlns:GGK="${GGK}">`)
  })

  it.each([
    ['with a header that asks nothing', `<s:Header><a:To xmlns:a="urn:a">x</a:To></s:Header>`],
    ['with an empty header', '<s:Header/>'],
    ['with a comment', '<!-- <s:Body> -->'],
  ])('is read %s', async (_name, header) => {
    const text = message(ENVELOPE).replace('<s:Body>', `${header}<s:Body>`)
    expect(await opened(text)).toBe(ENVELOPE)
  })

  it('may begin with a BOM', async () => {
    expect(await opened(`\uFEFF${message(ENVELOPE)}`)).toBe(ENVELOPE)
  })

  // Guards issue "bad input": each is refused with its own reason, and none is guessed at.
  it.each<[string, string | Buffer, SoapFault]>([
    ['nothing', '', 'malformed'],
    ['no XML', 'hallo allemaal', 'malformed'],
    ['HTML', '<!doctype html><html></html>', 'malformed'],
    ['a DOCTYPE', message(ENVELOPE, { head: '<!DOCTYPE s [<!ENTITY x "y">]>' }), 'doctype'],
    ['another encoding', message(ENVELOPE).replace('UTF-8', 'ISO-8859-1'), 'encoding'],
    ['UTF-16', Buffer.from(`\uFEFF${message(ENVELOPE)}`, 'utf16le'), 'encoding'],
    ['SOAP 1.2', message(ENVELOPE).replace(SOAP, 'http://www.w3.org/2003/05/soap-envelope'), 'version'],
    ['a bare envelope', ENVELOPE, 'malformed'],
    [
      'a header that must be understood',
      message(ENVELOPE).replace('<s:Body>', '<s:Header><a s:mustUnderstand="1"/></s:Header><s:Body>'),
      'header',
    ],
    ['an empty body', message(''), 'no_body'],
    ['no body', `<s:Envelope xmlns:s="${SOAP}"><s:Header></s:Header><s:Fault></s:Fault></s:Envelope>`, 'no_body'],
    ['another operation', message('<a xmlns="urn:a">123456</a>'), 'operation'],
    ['the operation in another namespace', message(ENVELOPE.replace(GGK, 'urn:ggk')), 'operation'],
    ['a prefix that nobody declared', message('<x:y>1234567890</x:y>'), 'malformed'],
    ['an attribute twice', message(`<a xmlns="urn:a" b="1" b="2">123456</a>`), 'malformed'],
    ['half a message', message(ENVELOPE).slice(0, -30), 'unfinished'],
    ['half a head', message(ENVELOPE).slice(0, 90), 'unfinished'],
    ['something after its end', `${message(ENVELOPE)}<more/>`, 'unfinished'],
    ['a head without end', `<s:Envelope xmlns:s="${SOAP}"><!--${' '.repeat(70_000)}-->`, 'too_long'],
  ])('with %s is refused', async (_name, text, fault) => {
    expect(await opened(text)).toBe(fault)
  })

  // What is wrong inside is left for the checks of the envelope, which see it: nothing is cut off here.
  it.each([
    ['two envelopes', message(ENVELOPE + ENVELOPE), ENVELOPE + ENVELOPE],
    ['two bodies', message(`${ENVELOPE}</s:Body><s:Body>${ENVELOPE}`), `${ENVELOPE}</s:Body><s:Body>${ENVELOPE}`],
  ])('with %s gives both, so that it is malformed', async (_name, text, both) => {
    expect(await opened(text)).toBe(both)
  })
})

// Guards "a slow sender costs no more than a fast one": before the envelope each look is at all that came.
it('looks at the head of a message in proportion to its length, however it is cut', async () => {
  const looks = jest.spyOn(Buffer.prototype, 'toString')
  const looksAt = async (head: string) => {
    looks.mockClear()
    await opened(`<s:Envelope xmlns:s="${SOAP}">${head}`, 1)
    return looks.mock.calls.length
  }
  expect(await looksAt(' '.repeat(8_000))).toBeLessThan(10)
  expect(await looksAt(`<!--${'>'.repeat(8_000)}`)).toBeLessThan(200)
  looks.mockRestore()
})

const FACTS: AnswerFacts = {
  referentienummer: '00000000-0000-4000-8000-000000000001',
  at: new Date('2026-01-03T09:15:00.000Z'),
  crossRefnummer: '00000000-0000-4000-8000-000000000002',
  zender: 'IB',
  ontvanger: '9901',
  applicatie: 'Portaal <Zorg>',
}

describe('an answer', () => {
  it('that it was received is read as that, with what it is about', () => {
    expect(readAnswer(writeReceived(FACTS).toString())).toEqual({
      kind: 'received',
      crossRefnummer: FACTS.crossRefnummer,
    })
  })

  it.each(['Fo01', 'Fo03'] as const)('with a %s in a fault is read with its code', (kind) => {
    const text = writeRefusal({ kind, code: 'IB210', omschrijving: 'a < b', plek: 'client' }, FACTS).toString()
    expect(readAnswer(text)).toEqual({
      kind: 'refused',
      isFinal: kind === 'Fo01',
      code: 'IB210',
      omschrijving: 'a < b',
    })
  })

  it('with a fault of SOAP alone is read with the code of SOAP', () => {
    const text = message('<s:Fault><faultcode>s:Server</faultcode><faultstring>stuk</faultstring></s:Fault>')
    expect(readAnswer(text)).toEqual({ kind: 'refused', isFinal: false, code: 's:Server', omschrijving: 'stuk' })
  })

  // A Fo03 may bring the whole message that it is about, SOAP and all (StUF 3.01, detailsXML).
  it('with the message that it is about in its details is read with its code', () => {
    const about = message(ENVELOPE).replace(/^<\?xml[^>]*\?>\s*/, '')
    const text = writeRefusal({ kind: 'Fo03', code: 'StUF058', omschrijving: 'later', plek: 'server' }, FACTS)
      .toString()
      .replace('</StUF:body>', `<StUF:detailsXML>${about}</StUF:detailsXML></StUF:body>`)
    expect(readAnswer(text)).toEqual({ kind: 'refused', isFinal: false, code: 'StUF058', omschrijving: 'later' })
  })

  // Guards "one answer does not stop the sending": what every level costs grows with its depth, so there is a bound.
  it.each([
    ['well-formed', '<a>'.repeat(1_000) + '</a>'.repeat(1_000)],
    ['without end', '<a>'.repeat(20_000)],
  ])('that goes deeper than any message does is none: %s', (_name, deep) => {
    const received = writeReceived(FACTS).toString()
    expect(readAnswer(received.replace('</soap:Body>', `${deep}</soap:Body>`))).toBeNull()
  })

  it.each([
    ['HTML', '<!doctype html><p>Inloggen</p>'],
    ['nothing', ''],
    ['half', writeReceived(FACTS).toString().slice(0, 300)],
    ['a DOCTYPE', writeReceived(FACTS).toString().replace('<soap:Envelope', '<!DOCTYPE x><soap:Envelope')],
    ['another namespace', writeReceived(FACTS).toString().replaceAll(STUF, 'urn:stuf')],
    ['another body', message('<a/>')],
  ])('that is %s is none', (_name, text) => {
    expect(readAnswer(text)).toBeNull()
  })
})
