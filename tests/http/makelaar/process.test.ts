import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { forkSimulator, PORTAAL_URL, startWorld } from '#/tests/http/makelaar/visits.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'makelaar-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))
const fork = (port: string) => forkSimulator({ BROKER_PORT: port, PORTAAL_URL, PORTAAL_DATA_DIR: dir })

describe('the process of the simulator', () => {
  it('says in words that its port is taken', async () => {
    const holder = createServer().listen(0, 'localhost')
    await once(holder, 'listening')
    const { port } = holder.address() as AddressInfo
    const child = fork(String(port))
    const [errors, [code]] = await Promise.all([text(child.stderr ?? Readable.from([])), once(child, 'exit')])
    holder.close()
    expect(errors).toContain(`Poort ${port} is al in gebruik`)
    expect(code).toBe(1)
  }, 30_000)

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends cleanly on %s',
    async (signal) => {
      const child = fork('0')
      await once(child, 'message')
      child.kill(signal)
      expect(await once(child, 'exit')).toEqual([0, null])
    },
    30_000,
  )

  it('ends when the process that started it is gone', async () => {
    const child = fork('0')
    await once(child, 'message')
    child.disconnect()
    expect(await once(child, 'exit')).toEqual([0, null])
  }, 30_000)

  it('refuses other host names, other sites, large bodies and input it does not know', async () => {
    const world = await startWorld()
    const crossSite = await fetch(`${world.url}/test/herstel`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(crossSite.status).toBe(403)
    const large = await fetch(`${world.url}/test/klok`, { method: 'POST', body: 'x'.repeat(20_000) })
    expect(large.status).toBe(413)
    expect((await world.call('/test/volgende', { fout: 'T999' })).status).toBe(400)
    expect((await world.call('/test/volgende', { fout: 'T40', gebruiker: 'niemand' })).status).toBe(400)
    expect((await world.call('/test/volgende', { fout: 'T40', makelaar: 'onbekend' })).status).toBe(400)
    expect((await world.call('/test/klok', 'nu')).status).toBe(400)
    expect((await world.call('/test/sms?gebruiker=nieuw')).status).toBe(404)
    expect((await world.call('/test/anders')).status).toBe(404)
    expect((await fetch(`${world.url}/nergens`)).status).toBe(404)
    await world.close()
  }, 30_000)
})
