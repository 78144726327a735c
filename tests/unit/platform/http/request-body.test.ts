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
