import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { type FileWatch, renewFiles } from '#/lib/chain/inbound/renew-files.ts'
import { readServiceFiles } from '#/lib/chain/inbound/service-files.ts'
import { authoritiesWithoutList, listStage, readRevocationLists } from '#/lib/chain/tls/revocation-list.ts'
import { DAY_MS, HOUR_MS } from '#/lib/platform/clock.ts'
import { log } from '#/lib/platform/log.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { type Certified, certify, makeAuthority, pemOf, revocationList } from '#/simulators/keten/certificates.ts'
import { type Pem, testSoapService } from '#/tests/support/chain/soap-service.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { testDatabase } from '#/tests/support/database.ts'

const service = testSoapService(testDatabase(), testChain())
const folder = mkdtempSync(join(tmpdir(), 'portaal-lijsten-'))
const FILES = { caFile: join(folder, 'ca.pem'), crlFile: join(folder, 'crl.pem') }
afterAll(() => rmSync(folder, { recursive: true }))

type Party = { readonly authority: Certified; readonly one: Certified; readonly pem: Pem }

async function partyOf(name: string): Promise<Party> {
  const authority = await makeAuthority(name)
  const one = await certify(authority, { name: `software van ${name}` })
  return { authority, one, pem: await pemOf(one) }
}
const write = (file: keyof typeof FILES, ...texts: string[]) => writeFileSync(FILES[file], texts.join('\n'))
const pemOfAuthority = ({ authority }: Party) => authority.certificate.toString('pem')

/** What comes of a call: the status of an answer, or that there was none. */
const call = async (as: Pem, to: string): Promise<number | string> =>
  service.send(as, '', { to, method: 'GET' }).then(
    ({ status }) => status,
    () => 'refused',
  )

/** A call over a connection that stays; and whether that was there before. */
function callOver(agent: Agent, to: string): Promise<{ readonly status: number; readonly isKept: boolean }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(to, { agent }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, isKept: outgoing.reusedSocket }))
    })
    outgoing.once('error', reject)
    outgoing.end()
  })
}

describe('the files of the web service', () => {
  let [first, second]: Party[] = []
  const party = (one: Party | undefined): Party => {
    if (!one) throw new Error('no party')
    return one
  }

  beforeAll(async () => {
    ;[first, second] = [await partyOf('Eerste CA'), await partyOf('Tweede CA')]
  })

  async function whileWatching(work: (to: string, watch: FileWatch) => Promise<void>): Promise<void> {
    const { webservice } = settings()
    if (!webservice) throw new Error('no web service')
    const about = { ...webservice, ...FILES }
    await service.whileServing(FILES, async (to, running) => {
      const watch = renewFiles(running, about, readServiceFiles(about))
      await work(to, watch).finally(() => watch.stop())
    })
  }

  // Guards "nobody is locked out by a list that has ended": the next one holds without a restart.
  it('are read again: whoever was kept out by a list that had ended gets in with a newer one', async () => {
    const { authority, pem } = party(first)
    write('caFile', pemOfAuthority(party(first)))
    write('crlFile', await revocationList(authority, [], new Date(Date.now() - 3 * DAY_MS)))
    const told = jest.spyOn(log(), 'error').mockImplementation()
    await whileWatching(async (to, watch) => {
      expect(told.mock.calls.map(([, text]) => text)).toEqual([expect.stringContaining('has ended')])
      expect(await call(pem, to)).toBe('refused')
      write('crlFile', await revocationList(authority, []))
      watch.look()
      expect(await call(pem, to)).toBe(403)
    })
    told.mockRestore()
  })

  // Guards "what is taken back does not get in", also over a connection that was made before.
  it('take a certificate back while the process runs, and end the connection that it has, and its session', async () => {
    const { authority, one, pem } = party(first)
    const other = await pemOf(await certify(authority, { name: 'ander' }))
    write('caFile', pemOfAuthority(party(first)))
    write('crlFile', await revocationList(authority, []))
    await whileWatching(async (to, watch) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: service.authority(), ...pem })
      await callOver(agent, to)
      const about = { ...pem, ca: service.authority(), host: 'localhost', port: Number(new URL(to).port) }
      const early = connect(about)
      const [session] = (await once(early, 'session')) as [Buffer]
      watch.look()
      expect(await callOver(agent, to)).toEqual({ status: 403, isKept: true })
      write('crlFile', await revocationList(authority, [one]))
      watch.look()
      await expect(callOver(agent, to)).rejects.toThrow()
      expect([await call(pem, to), await call(other, to)]).toEqual(['refused', 403])
      const resumed = connect({ ...about, session })
      resumed.write('GET /ggk0210 HTTP/1.1\r\nHost: localhost\r\n\r\n')
      const heard = [once(resumed, 'data').then(() => 'answered'), once(resumed, 'close').then(() => 'refused')]
      expect(await Promise.race(heard).catch(() => 'refused')).toBe('refused')
      early.destroy()
      agent.destroy()
    })
  })

  it.each([
    ['a list that is none', 'crlFile', 'geen lijst'],
    ['half a list', 'crlFile', '-----BEGIN X509 CRL-----\nMIIB\n-----END X509 CRL-----'],
    ['authorities without one', 'caFile', ''],
  ] as const)('change nothing while there is %s, which is logged', async (_what, file, text) => {
    const { authority, pem } = party(first)
    write('caFile', pemOfAuthority(party(first)))
    write('crlFile', await revocationList(authority, []))
    const told = jest.spyOn(log(), 'error').mockImplementation()
    await whileWatching(async (to, watch) => {
      write(file, text)
      watch.look()
      expect(told).toHaveBeenCalledTimes(1)
      expect(await call(pem, to)).toBe(403)
    })
    told.mockRestore()
  })

  // Guards "a list for every authority": OpenSSL reads one list of a text, and refuses whoever's authority has none.
  it('may hold the lists of several authorities, and tell of which there is none', async () => {
    const both = [party(first), party(second)]
    const lists = await Promise.all(both.map(({ authority }) => revocationList(authority, [])))
    write('caFile', ...both.map(pemOfAuthority))
    write('crlFile', ...lists)
    const told = jest.spyOn(log(), 'warn').mockImplementation()
    await whileWatching(async (to, watch) => {
      expect(await Promise.all(both.map(({ pem }) => call(pem, to)))).toEqual([403, 403])
      expect(told.mock.calls.filter(([about]) => 'authorities' in (about as object))).toEqual([])
      write('crlFile', lists[0] ?? '')
      watch.look()
      expect(told).toHaveBeenCalledWith({ authorities: ['CN=Tweede CA'] }, expect.anything())
      expect(await Promise.all(both.map(({ pem }) => call(pem, to)))).toEqual([403, 'refused'])
    })
    told.mockRestore()
  })
})

describe('a list of revoked certificates', () => {
  it('says when it ends, and is missed well before', async () => {
    const now = new Date('2026-03-01T12:00:00.000Z')
    const authority = await makeAuthority('CA', now)
    const [list] = readRevocationLists(await revocationList(authority, [], now))
    if (!list) throw new Error('no list')
    expect([list.madeAt, list.endsAt]).toEqual([new Date(now.getTime() - DAY_MS), new Date('2026-03-02T12:00:00.000Z')])
    const stages = [0, 11, 12, 23, 24].map((hours) => listStage(list, new Date(now.getTime() + hours * HOUR_MS)))
    expect(stages).toEqual([null, null, 'soon', 'soon', 'over'])
    expect(authoritiesWithoutList(authority.certificate.toString('pem'), [list])).toEqual([])
  })
})
