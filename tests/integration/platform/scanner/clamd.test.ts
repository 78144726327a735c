import { randomBytes } from 'node:crypto'
import { NotScannedError, scanStream } from '#/lib/platform/scanner/clamd.ts'
import { probe, proveScanner } from '#/lib/platform/scanner/prove-scanner.ts'
import { TEST_VIRUS, testScanner } from '#/tests/support/scanner.ts'

const scanner = testScanner()
const never = new AbortController().signal

async function* piecesOf(bytes: Buffer, size = 60_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const scan = (bytes: Buffer, signal = never) => scanStream(scanner.address, piecesOf(bytes), signal)

// Guards that nothing counts as clean but what clamd called so after it got all of it.
describe('a stream for the virus scanner', () => {
  beforeAll(() => scanner.start())
  beforeEach(() => scanner.judge())

  it('reaches it byte for byte, however large', async () => {
    const bytes = randomBytes(9_000_000)
    expect(await scan(bytes)).toEqual({ kind: 'clean' })
    expect(scanner.seen.at(-1)?.equals(bytes)).toBe(true)
  })

  // A length of nothing would end the stream half way, and the rest would go unseen.
  it('is not ended by an empty piece', async () => {
    async function* withEmpty() {
      yield Buffer.from('one')
      yield Buffer.alloc(0)
      yield Buffer.from(TEST_VIRUS)
    }
    expect(await scanStream(scanner.address, withEmpty(), never)).toMatchObject({ kind: 'infected' })
  })

  it('is infected by what the scanner finds, under its name', async () => {
    const found = await scan(Buffer.from(`<a>${TEST_VIRUS}</a>`))
    expect(found).toEqual({ kind: 'infected', signature: 'Eicar-Signature' })
  })

  it.each([
    ['an error', 'stream: Can not allocate memory ERROR'],
    ['something else', 'PONG'],
    ['nothing', ''],
    ['clean of something else', 'other: OK'],
    ['clean with more behind it', 'stream: OK ERROR'],
    ['that it did not look at all of it', 'stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND'],
  ])('has no verdict when the scanner says %s', async (_what, answer) => {
    scanner.judge(() => answer)
    await expect(scan(Buffer.from('x'))).rejects.toThrow(NotScannedError)
  })

  it('has no verdict when the scanner breaks off', async () => {
    scanner.judge(() => null)
    await expect(scan(Buffer.from('x'))).rejects.toThrow(NotScannedError)
  })

  it('has no verdict when the scanner takes no more of it', async () => {
    scanner.interrupt(100_000, 'INSTREAM size limit exceeded. ERROR')
    await expect(scan(randomBytes(30_000_000))).rejects.toThrow('size limit exceeded')
  })

  it('has no verdict when the scanner calls it clean before the end', async () => {
    scanner.interrupt(100_000, 'stream: OK')
    await expect(scan(randomBytes(30_000_000))).rejects.toThrow(NotScannedError)
  })

  it('has no verdict when nobody is there', async () => {
    const nobody = { kind: 'port', host: '127.0.0.1', port: 1 } as const
    await expect(scanStream(nobody, piecesOf(Buffer.from('x')), never)).rejects.toThrow(NotScannedError)
  })

  // Content that cannot be read is no fault of the scanner: it must not look like an outage.
  it('fails by its own fault when it cannot be read', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('x')
      throw new RangeError('unreadable')
    }
    await expect(scanStream(scanner.address, broken(), never)).rejects.toThrow(RangeError)
  })

  it('ends when whoever asked for it gives up', async () => {
    const giveUp = new AbortController()
    async function* endless(): AsyncGenerator<Buffer> {
      for (let piece = 0; ; piece += 1) {
        if (piece === 3) giveUp.abort(new RangeError('given up'))
        yield randomBytes(1_000)
      }
    }
    await expect(scanStream(scanner.address, endless(), giveUp.signal)).rejects.toThrow('given up')
  })
})

// Guards that a scanner that would let anything through is found out before it is believed.
describe('the proof of the virus scanner', () => {
  beforeEach(() => scanner.judge())
  const BYTES = 2_000_000

  it('is a file of nearly the largest size, so that no bound of the scanner lies below it', async () => {
    let size = 0
    for await (const piece of probe(BYTES)) size += piece.byteLength
    expect(size).toBeLessThanOrEqual(BYTES)
    expect(size).toBeGreaterThan(BYTES - 1_500)
  })

  it('is given by one that finds the test virus in it', async () => {
    await expect(proveScanner(scanner.address, BYTES, never)).resolves.toBeUndefined()
  })

  it('is not given by one without signatures', async () => {
    scanner.judge(() => 'stream: OK')
    await expect(proveScanner(scanner.address, BYTES, never)).rejects.toThrow(NotScannedError)
  })

  it('is not given by one that leaves large files out', async () => {
    scanner.judge((stream) =>
      stream.length < 1_000_000 && stream.includes(TEST_VIRUS) ? 'stream: E FOUND' : 'stream: OK',
    )
    await expect(proveScanner(scanner.address, BYTES, never)).rejects.toThrow(NotScannedError)
  })
})
