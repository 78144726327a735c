import { isUtf8 } from 'node:buffer'
import { type Finding, finding, MAXIMUM_BERICHT_BYTES } from '#/lib/istandaarden/checks/check-report.ts'
import { positionOfByte } from '#/lib/istandaarden/checks/text-position.ts'

// Everything that can be said of a file before an XML parser sees it. OP192: UTF-8 without byte order mark, lines that
// end with CR LF; OP179 and the envelope bound the size.

const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const CR = 0x0d
const LF = 0x0a

/** The findings on the form of a file, the bytes that an XML parser may see, and whether it should. */
export type FileForm = { readonly findings: readonly Finding[]; readonly content: Buffer; readonly isReadable: boolean }

/** UTF-16 and UTF-32, with or without their mark: a `<` of more than one byte, or the mark itself. */
function isWideEncoding(bytes: Buffer): boolean {
  const [first, second, third] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  if (first === 0x3c && second === 0) return true
  return first === 0 && (second === 0x3c || (second === 0 && (third === 0 || third === 0xfe)))
}

/** The first byte that is not UTF-8. A line break is never part of another character, so lines can be judged one by one. */
function firstInvalidByte(bytes: Buffer): number {
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(LF, start)
    const line = bytes.subarray(start, end === -1 ? bytes.length : end + 1)
    if (!isUtf8(line)) {
      const decoded = line.toString('utf8')
      return start + Buffer.byteLength(decoded.slice(0, Math.max(0, decoded.indexOf('\uFFFD'))))
    }
    start += line.length
  }
  return bytes.length
}

/** The first line end that is not CR LF, or -1. */
function firstOtherLineEnd(bytes: Buffer): number {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === LF && bytes[at - 1] !== CR) return at
    if (byte === CR && bytes[at + 1] !== LF) return at
  }
  return -1
}

type Declaration = { readonly encoding: string | null; readonly doctypeAt: number | null }

/**
 * Reads what may stand before the root element: declaration, comments, processing instructions. A DOCTYPE has a meaning
 * to a parser only here, so finding none here means that no parser will act on one.
 */
function readProlog(bytes: Buffer): Declaration {
  const declaration = /^<\?xml\s[^?]*?encoding\s*=\s*["']([^"']{0,60})["']/.exec(bytes.toString('latin1', 0, 300))
  const encoding = declaration?.[1] ?? null
  const skips = [
    ['<!--', '-->'],
    ['<?', '?>'],
  ] as const
  let at = 0
  for (;;) {
    while (at < bytes.length && [0x20, 0x09, CR, LF].includes(bytes[at] ?? 0)) at++
    const start = bytes.toString('latin1', at, at + 9)
    if (start === '<!DOCTYPE') return { encoding, doctypeAt: at }
    const skip = skips.find(([open]) => start.startsWith(open))
    const end = skip ? bytes.indexOf(skip[1], at + skip[0].length) : -1
    if (!skip || end === -1) return { encoding, doctypeAt: null }
    at = end + skip[1].length
  }
}

const unreadable = (findings: readonly Finding[], content: Buffer): FileForm => ({
  findings,
  content,
  isReadable: false,
})

/** Checks size, byte order mark, encoding, line ends and the absence of a DOCTYPE. */
export function checkFileForm(bytes: Buffer, maximumBytes = MAXIMUM_BERICHT_BYTES): FileForm {
  if (bytes.length > maximumBytes)
    return unreadable([finding('GROOTTE', 'algemeen', null, { maximum: maximumBytes })], bytes)
  const hasBom = bytes.subarray(0, 3).equals(BOM)
  const content = hasBom ? bytes.subarray(3) : bytes
  const findings: Finding[] = hasBom ? [finding('BOM', 'algemeen', { regel: 1, kolom: 1 })] : []
  const stop = (last: Finding) => unreadable([...findings, last], content)

  if (isWideEncoding(content)) return stop(finding('CODERING', 'anders', { regel: 1, kolom: 1 }))
  if (!isUtf8(content)) return stop(finding('CODERING', 'teken', positionOfByte(content, firstInvalidByte(content))))
  const nul = content.indexOf(0)
  if (nul !== -1) return stop(finding('NIET_WELGEVORMD', 'teken', positionOfByte(content, nul)))
  if (content.toString('latin1', 0, 10_000).trim() === '' && content.toString('latin1').trim() === '')
    return stop(finding('NIET_WELGEVORMD', 'leeg', { regel: 1, kolom: 1 }))
  const { encoding, doctypeAt } = readProlog(content)
  if (encoding !== null && encoding.toLowerCase() !== 'utf-8')
    return stop(finding('CODERING', 'verklaring', { regel: 1, kolom: 1 }))
  if (doctypeAt !== null) return stop(finding('DOCTYPE', 'algemeen', positionOfByte(content, doctypeAt)))
  const lineEnd = firstOtherLineEnd(content)
  if (lineEnd !== -1) findings.push(finding('REGELEINDE', 'algemeen', positionOfByte(content, lineEnd)))
  return { findings, content, isReadable: true }
}
