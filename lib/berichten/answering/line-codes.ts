import { type LineCodes, partOfCode } from '#/lib/istandaarden/answers/refuse-lines.ts'
import type { Release } from '#/lib/istandaarden/release.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** What is wrong with a line that was typed; `line` counts from 1. `form`: no number and code. `code`: no code of a line. */
export type TypedFault = { readonly kind: 'form' | 'code'; readonly line: number }

/** A number, white space or a separator, and a code of four signs; spreadsheets paste a tab. */
const TYPED = /^(?<referentie>.*\S)[\s;,]+(?<code>[0-9A-Z]{4})$/i

/** Reads which lines are refused and why: on each line of the text a ReferentieNummer and a retourcode. */
export function readLineCodes(text: string, release: Pick<Release, 'answers'>): Result<LineCodes, TypedFault> {
  const codes = new Map<string, readonly string[]>()
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue
    const typed = TYPED.exec(line.trim())?.groups
    const referentie = typed?.referentie?.replace(/[\s;,]+$/, '')
    if (!(typed?.code && referentie)) return err({ kind: 'form', line: index + 1 })
    const code = typed.code.toUpperCase()
    const part = partOfCode(release, code)
    if (part !== 'client' && part !== 'prestatie') return err({ kind: 'code', line: index + 1 })
    codes.set(referentie, [...new Set([...(codes.get(referentie) ?? []), code])])
  }
  return ok(codes)
}
