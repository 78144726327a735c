import { drain } from '#/lib/platform/http/drain.ts'
import { readSmallBody } from '#/lib/platform/http/request-body.ts'

const bytes = (length: number) => new Uint8Array(length).fill(97)

/** A body of so many pieces; tells how many were taken. */
function bodyOf(pieces: readonly Uint8Array[], headers: Record<string, string> = {}) {
  let taken = 0
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const piece = pieces[taken]
        if (!piece) return controller.close()
        taken += 1
        return controller.enqueue(new Uint8Array(piece))
      },
    },
    { highWaterMark: 0 },
  )
  const request = { headers: new Headers(headers), body, signal: new AbortController().signal }
  return { request, taken: () => taken }
}

// Guards memory: a small body is never held further than the bytes it may have.
describe('readSmallBody', () => {
  it('refuses by the stated length and reads nothing', async () => {
    const { request, taken } = bodyOf([bytes(5)], { 'content-length': '4097' })
    expect(await readSmallBody(request, 4_096)).toEqual({ kind: 'too_large' })
    expect(taken()).toBe(0)
  })

  it('counts what comes without a length, or with a length that lies, and reads the rest away', async () => {
    const headers = [{}, { 'content-length': '1' }]
    for (const header of headers) {
      const { request, taken } = bodyOf([bytes(4_000), bytes(97), bytes(10), bytes(10)], header)
      expect(await readSmallBody(request, 4_096)).toEqual({ kind: 'too_large' })
      expect(taken()).toBe(4)
    }
  })

  it('gives the text of what fits, to the last byte, also when a character lies across two pieces', async () => {
    const text = `${'a'.repeat(4_094)}é`
    const whole = new TextEncoder().encode(text)
    const { request } = bodyOf([whole.slice(0, 4_095), whole.slice(4_095)])
    expect(await readSmallBody(request, 4_096)).toEqual({ kind: 'text', text })
    expect(await readSmallBody(bodyOf([]).request, 4_096)).toEqual({ kind: 'text', text: '' })
  })
})

// Guards the answer to an early refusal: read on, but neither for ever nor without end.
describe('drain', () => {
  const MB = 1024 * 1024
  const { signal } = new AbortController()

  /** A sender that is asked for `pieces` pieces, and then says what `last` says; counts how often it was asked. */
  function sender(pieces: number, last: () => Promise<IteratorResult<Uint8Array>>) {
    let asked = 0
    const chunks = {
      next: () => {
        asked += 1
        return asked <= pieces ? Promise.resolve({ done: false, value: bytes(MB) }) : last()
      },
    } as AsyncIterator<Uint8Array>
    return { chunks, asked: () => asked }
  }
  const atEnd = () => Promise.resolve({ done: true as const, value: undefined })

  it('reads to the end, and of what does not end 64 MB', async () => {
    const ending = sender(25, atEnd)
    await drain(ending.chunks, signal)
    const endless = sender(Number.POSITIVE_INFINITY, atEnd)
    await drain(endless.chunks, signal)
    expect([ending.asked(), endless.asked()]).toEqual([26, 64])
  })

  it('leaves a sender that waits for the answer', async () => {
    const waiting = sender(1, () => Promise.withResolvers<IteratorResult<Uint8Array>>().promise)
    await drain(waiting.chunks, signal, 10)
    expect(waiting.asked()).toBe(2)
  })

  it('ends quietly when the other side is gone, and not when something else breaks', async () => {
    const gone = new AbortController()
    const broken = sender(1, () => Promise.reject(new Error('aborted')))
    await expect(drain(broken.chunks, signal)).rejects.toThrow('aborted')
    const leaving = sender(1, () => {
      gone.abort()
      return Promise.reject(new Error('aborted'))
    })
    await expect(drain(leaving.chunks, gone.signal)).resolves.toBeUndefined()
  })
})
