import { once } from 'node:events'
import { Agent, request } from 'node:https'
import { connect } from 'node:tls'
import { readAnswer } from '#/lib/chain/soap/read-answer.ts'
import { contentFolder } from '#/tests/support/berichten/deliveries.ts'
import { envelopeOf, inSoap, testSoapService } from '#/tests/support/chain/soap-service.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}` })
const service = testSoapService(database, testChain())

/** Longer than a test may take: what waits for it fails. */
const NEVER_MS = 600_000

beforeAll(() => givenGemeente(database, { code: '9901' }))

// Guards "a restart cuts nobody off": what is in hand gets its answer, and no kept connection holds the process up.
test('the web service ends with the answer that is in hand, whatever connections stand', async () => {
  const as = { ...service.pemOf('vecozo'), ca: service.authority() }
  const { text, referentienummer } = await envelopeOf('WMO305')
  const body = Buffer.from(inSoap(text))
  await service.whileServing({}, async (to, { server, connections }) => {
    const agent = new Agent({ ...as, keepAlive: true })
    const silent = connect({ ...as, host: 'localhost', port: Number(new URL(to).port) })
    await once(silent, 'secureConnect')
    silent.on('error', () => undefined)
    const idle = request(`${to}?wsdl`, { agent: new Agent({ ...as, keepAlive: true }) })
    idle.end()
    const [description] = await once(idle, 'response')
    description.resume()
    await once(description, 'end')

    const outgoing = request(to, { agent, method: 'POST', headers: { 'Content-Type': 'text/xml; charset=utf-8' } })
    const inHand = once(server, 'request')
    outgoing.write(body.subarray(0, 500))
    await inHand
    const ended = connections.end(NEVER_MS)
    outgoing.end(body.subarray(500))
    const [answer] = await once(outgoing, 'response')
    const pieces: Buffer[] = []
    for await (const piece of answer) pieces.push(piece)
    expect(answer.headers.connection).toBe('close')
    expect(readAnswer(Buffer.concat(pieces).toString())).toEqual({ kind: 'received', crossRefnummer: referentienummer })
    await ended
  })
})
