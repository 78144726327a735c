import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { MAXIMUM_BERICHT_BYTES } from '#/lib/istandaarden/checks/check-report.ts'
import { createValidatorPool, fileInMemory, type PoolOptions, SMALL_FILE_BYTES } from '#/lib/validator/pool.ts'
import { type StartChild, startValidatorChild, type ValidatorChild } from '#/lib/validator/validator-child.ts'
import { makeDeclaratie, makeToewijzing } from '#/simulators/berichten/make-bericht.ts'
import { expectationsFor } from '#/tests/support/berichten/fixtures.ts'

const toewijzing = fileInMemory(makeToewijzing())
const declaratie = fileInMemory(makeDeclaratie(2_000_000))
const upload = expectationsFor('WMO301')
const download = expectationsFor('WMO323')
const pools: { close(): void }[] = []

function pool(options: Partial<PoolOptions> = {}) {
  const made = createValidatorPool({ processes: 1, memoryMegabytes: 512, ...options })
  pools.push(made)
  return made
}

/** Real processes, of which the ones told to end right after they were asked something. */
function dyingChildren(isDoomed: (asked: number) => boolean): StartChild {
  let asked = 0
  return (events) => {
    const child: ValidatorChild = startValidatorChild(512, events)
    return {
      ...child,
      ask: (request) => {
        asked++
        child.ask(request)
        if (isDoomed(asked)) child.kill()
      },
    }
  }
}

afterEach(() => {
  for (const made of pools.splice(0)) made.close()
})

describe('validator pool', () => {
  it('checks many small files at once and gives each its own report', async () => {
    const { check } = pool({ processes: 2 })
    const files = Array.from({ length: 60 }, (_, index) => makeToewijzing({ identificatie: `N-${index}` }))
    const results = await Promise.all(files.map((bytes) => check(fileInMemory(bytes), upload)))
    expect(results.map((result) => result.ok && result.value.kenmerken.identificatie)).toEqual(
      files.map((_, index) => `N-${index}`),
    )
  })

  it('checks one large file after another in the same process', async () => {
    const made = pool()
    const before = made.pids()
    for (const size of [2_000_000, 3_000_000]) {
      const result = await made.check(fileInMemory(makeDeclaratie(size)), download)
      expect(result).toMatchObject({ ok: true, value: { bevindingen: [], kenmerken: { berichtsoort: 'WMO323' } } })
    }
    expect(made.pids()).toEqual(before)
  })

  it('says that a file is too large though its size was told wrong', async () => {
    const file = {
      sizeBytes: SMALL_FILE_BYTES + 1,
      open: () => Readable.from([Buffer.alloc(MAXIMUM_BERICHT_BYTES + 1, 'a')]),
    }
    const result = await pool().check(file, download)
    expect(result).toMatchObject({ ok: true, value: { bevindingen: [{ code: 'GROOTTE' }] } })
  })

  it('answers busy when a queue is full', async () => {
    const { check } = pool({ queueBytes: 100, largeQueueLength: 0 })
    expect(await check(toewijzing, upload)).toEqual({ ok: false, error: 'busy' })
    expect(await check(declaratie, download)).toEqual({ ok: false, error: 'busy' })
  })

  // A process that ends half way must not cost anybody else a report.
  it('loses no check when a process ends', async () => {
    const { check } = pool({ startChild: dyingChildren((asked) => asked === 3) })
    const results = await Promise.all(Array.from({ length: 12 }, () => check(toewijzing, upload)))
    expect(results.every((result) => result.ok && result.value.bevindingen.length === 0)).toBe(true)
    const large = pool({ startChild: dyingChildren((asked) => asked === 1) })
    expect(await large.check(declaratie, download)).toMatchObject({ ok: true })
  })

  it('gives up a file that ends two processes, and goes on with the next', async () => {
    const { check } = pool({ startChild: dyingChildren((asked) => asked <= 2) })
    expect(await check(toewijzing, upload)).toEqual({ ok: false, error: 'crashed' })
    expect(await check(toewijzing, upload)).toMatchObject({ ok: true })
    const large = pool({ startChild: dyingChildren((asked) => asked <= 2) })
    expect(await large.check(declaratie, download)).toEqual({ ok: false, error: 'crashed' })
    expect(await large.check(declaratie, download)).toMatchObject({ ok: true })
  })

  it('ends a check that takes too long', async () => {
    const { check } = pool({ smallTimeLimitMs: 1, largeTimeLimitMs: 1, startTimeMs: 0 })
    expect(await check(toewijzing, upload)).toEqual({ ok: false, error: 'timeout' })
    expect(await check(declaratie, download)).toEqual({ ok: false, error: 'timeout' })
  })

  it('does not count the start of a process against its first file', async () => {
    const { check } = pool({ smallTimeLimitMs: 1, startTimeMs: 60_000 })
    expect(await check(toewijzing, upload)).toMatchObject({ ok: true })
    const declaration = fileInMemory(makeDeclaratie(SMALL_FILE_BYTES - 10_000))
    expect(await check(declaration, download)).toEqual({ ok: false, error: 'timeout' })
  })

  it('says of a file that asks too much memory that it is too heavy, and replaces the process', async () => {
    const made = pool({ memoryMegabytes: 256 })
    const elements = Buffer.from(`<r>${'<a b=""/>'.repeat(2_000_000)}</r>`)
    const heavy = await made.check(fileInMemory(elements), download)
    expect(heavy).toEqual({ ok: false, error: 'too_heavy' })
    expect(await made.check(declaratie, download)).toMatchObject({ ok: true })
  })

  it('lets a caller give up, waiting or under way', async () => {
    const made = pool()
    const giveUp = new AbortController()
    const endless = { sizeBytes: SMALL_FILE_BYTES + 1, open: () => new PassThrough() }
    const checks = [made.check(endless, download, giveUp.signal), made.check(declaratie, download, giveUp.signal)]
    giveUp.abort(new Error('browser gone'))
    for (const check of checks) await expect(check).rejects.toThrow('browser gone')
    expect(await made.check(declaratie, download)).toMatchObject({ ok: true })
  })

  it('hands on the failure of a source', async () => {
    const made = pool()
    const broken = () =>
      new Readable({
        read() {
          this.destroy(new Error('storage is away'))
        },
      })
    await expect(made.check({ sizeBytes: 2_000_000, open: broken }, download)).rejects.toThrow('storage is away')
    await expect(made.check({ sizeBytes: 10, open: broken }, upload)).rejects.toThrow('storage is away')
    expect(await made.check(declaratie, download)).toMatchObject({ ok: true })
  })

  // A large file waits in its source, not in this process.
  it('reads a large file no faster than the process takes it', async () => {
    const source = new PassThrough({ highWaterMark: 65_536 })
    const made = pool()
    const result = made.check({ sizeBytes: 2_000_000, open: () => source }, download)
    const bytes = makeDeclaratie(2_000_000)
    for (let at = 0; at < bytes.length; at += 65_536) {
      if (!source.write(bytes.subarray(at, at + 65_536))) await once(source, 'drain')
    }
    source.end()
    expect(await result).toMatchObject({ ok: true, value: { bevindingen: [] } })
  })

  it('ends every process when it is closed, and is busy from then on', async () => {
    const exits: Promise<void>[] = []
    const startChild: StartChild = (events) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      exits.push(promise)
      return startValidatorChild(512, {
        ...events,
        exited: () => {
          events.exited()
          resolve()
        },
      })
    }
    const made = pool({ processes: 2, startChild })
    await made.check(toewijzing, upload)
    made.close()
    await Promise.all(exits)
    expect(made.pids()).toEqual([])
    expect(await made.check(toewijzing, upload)).toEqual({ ok: false, error: 'busy' })
  })
})
