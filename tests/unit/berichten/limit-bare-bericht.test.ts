import { limitBareBericht } from '#/lib/berichten/limit-bare-bericht.ts'
import { MAXIMUM_BERICHT_BYTES } from '#/lib/istandaarden/checks/check-report.ts'
import { ContentTooLargeError } from '#/lib/platform/storage/measure-content.ts'

const ENVELOPE = '<?xml version="1.0"?><!-- a --><x:envelopHeenbericht-ggk_Di01 xmlns:x="y">'

/** How many bytes come through, of a beginning and then of blanks. */
async function passed(beginning: readonly string[], sizeBytes: number, declaredBytes?: number): Promise<number> {
  const source = (async function* () {
    let left = sizeBytes
    for (const piece of beginning) {
      left -= piece.length
      yield Buffer.from(piece)
    }
    for (; left > 0; left -= 1_000_000) yield Buffer.alloc(Math.min(left, 1_000_000), 0x20)
  })()
  let count = 0
  for await (const piece of limitBareBericht(source, declaredBytes)) count += piece.length
  return count
}

describe('limitBareBericht', () => {
  it('lets an envelope be larger than a bericht, however its beginning comes in', async () => {
    expect(await passed([ENVELOPE], 21_000_000)).toBe(21_000_000)
    expect(await passed([...ENVELOPE], 21_000_000, 21_000_000)).toBe(21_000_000)
  })

  it.each([
    ['a bericht', ['<a/>']],
    ['an endless beginning', []],
    ['an endless comment', ['<!-- ']],
  ])('stops %s at the byte too many', async (_name, beginning) => {
    expect(await passed(beginning, MAXIMUM_BERICHT_BYTES)).toBe(MAXIMUM_BERICHT_BYTES)
    await expect(passed(beginning, MAXIMUM_BERICHT_BYTES + 1)).rejects.toThrow(ContentTooLargeError)
  })

  it('believes an announced length as soon as it knows that the file is no envelope', async () => {
    await expect(passed(['<a/>'], 100, MAXIMUM_BERICHT_BYTES + 1)).rejects.toThrow(ContentTooLargeError)
  })
})
