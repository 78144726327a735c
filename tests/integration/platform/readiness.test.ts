import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { failingParts } from '#/app/api/health/ready/failing-parts.ts'
import * as brokersModule from '#/lib/identity/brokers/brokers.ts'
import { log } from '#/lib/platform/log.ts'
import { validatorPool } from '#/lib/validator/pool.ts'
import { contentFolder, filesIn } from '#/tests/support/berichten/deliveries.ts'
import { demoConnections } from '#/tests/support/broker-connections.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'

jest.mock('#/lib/identity/brokers/brokers.ts', () => ({ brokers: jest.fn() }))

const folder = contentFolder()
testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee` })
const hands = stopClockAt('2026-11-23T09:00:00.000Z')

beforeEach(() => {
  hands.advance(10_000)
  jest.mocked(brokersModule.brokers).mockReset().mockResolvedValue(demoConnections())
})

// Guards contract chapter 5: a balancer hears which part fails, before people do.
describe('readiness', () => {
  it('is there when all parts work, and leaves nothing in the storage', async () => {
    expect(await failingParts()).toEqual([])
    expect(filesIn(folder)).toEqual([])
  })

  it('is asked of the parts once in two seconds, however many ask', async () => {
    await Promise.all(Array.from({ length: 20 }, () => failingParts()))
    hands.advance(1_999)
    await failingParts()
    expect(brokersModule.brokers).toHaveBeenCalledTimes(1)
    hands.advance(1)
    await failingParts()
    expect(brokersModule.brokers).toHaveBeenCalledTimes(2)
  })

  // Last, because these parts do not come back in this process.
  it('names the makelaars, the storage and the validators when they fail, each by itself', async () => {
    const logged = jest.spyOn(log(), 'error').mockImplementation(() => undefined)
    jest.mocked(brokersModule.brokers).mockRejectedValue(new Error('geen makelaars'))
    expect(await failingParts()).toEqual(['makelaars'])
    jest.mocked(brokersModule.brokers).mockResolvedValue(demoConnections())
    hands.advance(10_000)
    // A file where the folder has to be: nothing can be written any more.
    rmSync(join(folder, 'inhoud'), { recursive: true, force: true })
    writeFileSync(join(folder, 'inhoud'), '')
    expect(await failingParts()).toEqual(['opslag'])
    hands.advance(10_000)
    validatorPool().close()
    expect(await failingParts()).toEqual(['opslag', 'validators'])
    expect(logged).toHaveBeenCalledTimes(4)
  })
})
