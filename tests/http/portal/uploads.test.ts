import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { Upload } from 'tus-js-client'
import { someBericht } from '#/tests/support/addresses.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { browserOf } from '#/tests/support/replays/replay.ts'
import { Visitor } from '#/tests/support/visitor.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const portal = testPortal()
const ADDRESS = '/api/berichten/iwmo/uploads'
const MEBIBYTE = 1_048_576
let jansen: Visitor
let number = 0

beforeAll(async () => {
  jansen = new Visitor(portal)
  await jansen.logIn('jansen')
})

/** A good bericht of some mebibytes: what it says is short, and what nobody reads is long. */
function largeBericht(mebibytes: number): Buffer {
  number += 1
  const remark = `<!--${'x'.repeat(mebibytes * MEBIBYTE)}-->`
  return Buffer.from(`${someBericht(`DELEN-${number}`).trimEnd()}\n${remark}`)
}
const encoded = (pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join()
const about = (extra: Readonly<Record<string, string>> = {}) => ({
  filename: 'groot.xml',
  filetype: 'application/xml',
  key: `http-${++number}`,
  ...extra,
})
type Headers = Record<string, string>
const ask = (method: string, address: string, headers: Headers = {}, body?: BodyInit, visitor = jansen) =>
  visitor.copy().ask(address, {
    method,
    headers: { 'tus-resumable': '1.0.0', ...headers },
    ...(body === undefined ? {} : { body }),
  })
const begin = (length: number | string, headers: Headers = {}, visitor = jansen) =>
  ask(
    'POST',
    ADDRESS,
    { 'upload-length': String(length), 'upload-metadata': encoded(about()), ...headers },
    '',
    visitor,
  )
const patch = (address: string, offset: number | string, body: BodyInit, headers: Headers = {}) =>
  ask(
    'PATCH',
    address,
    { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...headers },
    body,
  )

async function begun(length: number): Promise<string> {
  const { location, status } = await begin(length)
  if (status !== 201 || !location) throw new Error(String(status))
  return location
}
const idOf = (address: string) => new URL(address).pathname.split('/').at(-1) ?? ''
const codeOf = (text: string) => (JSON.parse(text) as { code: string }).code

async function receivedBytes(address: string): Promise<number> {
  const rows = await portal.database.query<{ n: number }>('SELECT received_bytes AS n FROM upload WHERE id = $1', [
    idOf(address),
  ])
  return rows[0]?.n ?? -1
}

/** Sends the beginning of what it announces, and cuts the line when a part of it has been kept. */
async function breakOff(address: string, bytes: Buffer, after: number): Promise<void> {
  const sending = request(address, {
    method: 'PATCH',
    headers: {
      cookie: jansen.cookieHeader(),
      origin: portal.url,
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': bytes.byteLength,
    },
  })
  const broken = new Promise((resolve) => sending.once('error', resolve))
  sending.write(bytes.subarray(0, after))
  while ((await receivedBytes(address)) === 0);
  sending.destroy()
  await broken
}

/** Goes on with a file by the client that browsers use. Gives the places from which it sent. */
async function resume(address: string, bytes: Buffer): Promise<number[]> {
  const offsets: number[] = []
  await new Promise<void>((resolve, reject) => {
    new Upload(bytes, {
      uploadUrl: address,
      headers: { cookie: jansen.cookieHeader(), origin: portal.url },
      retryDelays: null,
      onBeforeRequest: (sent) => {
        if (sent.getMethod() === 'PATCH') offsets.push(Number(sent.getHeader('Upload-Offset')))
      },
      onError: reject,
      onSuccess: () => resolve(),
    }).start()
  })
  return offsets
}

// Guards issue 3 item 6: after the loss of the network a file goes on where it stopped, and is there once.
describe('a file that comes in parts', () => {
  it('goes on after the line was cut in the middle, and is the bericht that was sent, once', async () => {
    const bytes = largeBericht(6)
    const address = await begun(bytes.byteLength)
    await breakOff(address, bytes, 4 * MEBIBYTE)
    const [offset = 0, ...more] = await resume(address, bytes)
    expect(more).toEqual([])
    expect(offset).toBeGreaterThanOrEqual(MEBIBYTE)
    expect(offset).toBeLessThanOrEqual(4 * MEBIBYTE)
    const answer = await ask('POST', `${address}/aanleveren`)
    expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('"id"')])
    const { id, sha256 } = JSON.parse(answer.text) as { id: string; sha256: string }
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    // Its answer was lost: the same one, and not a second bericht.
    const again = await ask('POST', `${address}/aanleveren`)
    expect([again.status, again.text]).toEqual([201, answer.text])
    expect(again.headers.get('location')).toBe(`/api/berichten/iwmo/${id}`)
    const rows = await portal.database.query('SELECT id FROM bericht WHERE sha256 = $1', [Buffer.from(sha256, 'hex')])
    expect(rows).toEqual([{ id }])
  }, 60_000)

  it('takes the first bytes along with the beginning, and says what is wrong with them as ever', async () => {
    const headers = { 'content-type': 'application/offset+octet-stream' }
    const first = await ask(
      'POST',
      ADDRESS,
      { ...headers, 'upload-length': '4', 'upload-metadata': encoded(about()) },
      '<a/>',
    )
    expect([first.status, first.headers.get('upload-offset')]).toEqual([201, '4'])
    const answer = await ask('POST', `${first.location}/aanleveren`)
    expect([answer.status, codeOf(answer.text)]).toEqual([422, 'AFGEKEURD'])
  })

  it('is forgotten when it is taken back', async () => {
    const address = await begun(4)
    expect((await ask('DELETE', address)).status).toBe(204)
    for (const method of ['HEAD', 'DELETE']) expect((await ask(method, address)).status).toBe(404)
  })
})

describe('whose it is', () => {
  it('is not there for a colleague, nor under the other product', async () => {
    const address = await begun(4)
    const [home] = await portal.database.query<{ id: string; name: string; gemeente_code: string }>(
      "SELECT id, name, gemeente_code FROM organisation WHERE gemeente_code = '9901'",
    )
    const gemeente = { ...(await givenGemeente(portal.database)), id: home?.id ?? '' }
    const { actor } = await givenMember(portal.database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
    const colleague = await browserOf(portal, actor)
    expect((await ask('HEAD', address, {}, undefined, colleague)).status).toBe(404)
    expect((await ask('DELETE', address, {}, undefined, colleague)).status).toBe(404)
    expect((await ask('POST', `${address}/aanleveren`, {}, undefined, colleague)).status).toBe(404)
    expect((await ask('HEAD', address.replace('/iwmo/', '/ijw/'))).status).toBe(404)
    expect((await ask('HEAD', address)).headers.get('upload-offset')).toBe('0')
  })

  it('stops when the role is taken away half way, and when the session ends', async () => {
    const { actor, memberId } = await givenMember(portal.database, await givenGemeente(portal.database), {
      roles: { iwmo: 'GEBRUIKER' },
    })
    const visitor = await browserOf(portal, actor)
    const { location } = await begin(4, {}, visitor)
    const address = location ?? ''
    const go = () =>
      ask('PATCH', address, { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, 'ab', visitor)
    await portal.database.query('DELETE FROM member_role WHERE member_id = $1', [memberId])
    const refused = await go()
    expect([refused.status, codeOf(refused.text)]).toEqual([403, 'GEEN_TOEGANG'])
    expect((await ask('POST', `${address}/aanleveren`, {}, undefined, visitor)).status).toBe(403)
    await portal.database.query('DELETE FROM session WHERE user_id = $1', [actor.userId])
    expect((await go()).status).toBe(401)
    expect(await receivedBytes(address)).toBe(0)
  })

  it.each(['POST', 'PATCH', 'DELETE'])('takes no %s from another site', async (method) => {
    const address = method === 'POST' ? ADDRESS : await begun(4)
    const answer = await ask(method, address, { origin: 'https://elders.example', 'upload-offset': '0' })
    expect([answer.status, codeOf(answer.text)]).toEqual([403, 'VREEMDE_HERKOMST'])
  })
})

describe('what no client of the protocol sends', () => {
  it.each([
    ['another version', { 'tus-resumable': '0.2.2' }, 400],
    ['no length', { 'upload-length': '' }, 400],
    ['a negative length', { 'upload-length': '-1' }, 400],
    ['a length in words', { 'upload-length': 'veel' }, 400],
    ['a length to come', { 'upload-length': '', 'upload-defer-length': '1' }, 400],
    ['a file that is too large', { 'upload-length': '26214401' }, 413],
    ['a file larger than any number', { 'upload-length': '9'.repeat(15) }, 413],
    ['no metadata', { 'upload-metadata': '' }, 400],
    ['metadata that is not encoded', { 'upload-metadata': 'filename a b c' }, 400],
    ['metadata without end', { 'upload-metadata': `filename ${'YWFh'.repeat(2_500)}` }, 400],
    ['another kind of file', { 'upload-metadata': encoded(about({ filetype: 'text/html' })) }, 400],
    ['a digest of another length', { 'upload-metadata': encoded(about({ sha256: 'abc' })) }, 400],
    ['a key with spaces', { 'upload-metadata': encoded(about({ key: 'een sleutel' })) }, 400],
    ['a file of parts', { 'upload-concat': 'partial' }, 400],
  ])('refuses %s as problem+json, and begins nothing', async (_name, headers, status) => {
    const count = () => portal.database.query('SELECT count(*) FROM upload')
    const before = await count()
    const sent = { 'upload-length': '4', 'upload-metadata': encoded(about()), ...headers }
    const answer = await ask(
      'POST',
      ADDRESS,
      Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== '')),
    )
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await count()).toEqual(before)
  })

  it.each([
    ['a place further on', 3, 'a', {}, 409],
    ['a place before the end', 0, 'a', {}, 409],
    ['no number as place', 'x', 'a', {}, 400],
    ['more than there is room for', 2, 'abc', {}, 413],
    ['another kind of body', 2, 'a', { 'content-type': 'application/xml' }, 400],
  ] as const)('refuses %s, and keeps what is there', async (_name, offset, body, headers, status) => {
    const address = await begun(4)
    expect((await patch(address, 0, 'ab')).status).toBe(204)
    const answer = await patch(address, offset, body, headers)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await receivedBytes(address)).toBe(2)
  })

  it('knows no file by an id of another form or of nothing, and no other method by a header', async () => {
    expect((await ask('HEAD', `${ADDRESS}/geen-id`)).status).toBe(404)
    expect((await ask('HEAD', `${ADDRESS}/01997d2e-0000-7000-8000-000000000000`)).status).toBe(404)
    const address = await begun(4)
    const override = {
      'x-http-method-override': 'PATCH',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    }
    expect((await ask('POST', address, override, 'abcd')).status).toBe(405)
    expect(await receivedBytes(address)).toBe(0)
  })

  it('is told when it names no version of the protocol', async () => {
    const answer = await jansen.copy().ask(ADDRESS, { method: 'POST', headers: { 'upload-length': '4' } })
    expect([answer.status, codeOf(answer.text)]).toEqual([412, 'TUS_VERSIE'])
  })

  it('delivers an empty file as one that comes in one piece: refused', async () => {
    const address = await begun(0)
    const answer = await ask('POST', `${address}/aanleveren`)
    const whole = await jansen
      .copy()
      .ask('/api/berichten/iwmo', { method: 'POST', headers: { 'content-type': 'application/xml' }, body: '' })
    expect(answer.status).toBe(whole.status)
    expect(codeOf(answer.text)).toBe(codeOf(whole.text))
  })
})
