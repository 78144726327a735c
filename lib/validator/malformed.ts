import type { Malformed, MalformedReason } from '#/lib/istandaarden/checks/xml-engine.ts'

/** A diagnostic of libxml2: its English sentence and its place. */
export type Diagnostic = { readonly message: string; readonly line: number; readonly col: number }

/** The process had no memory left for this file: not the file's form, but its weight. */
export class OutOfMemoryError extends Error {
  constructor() {
    super('no memory left in the validator process')
    this.name = 'OutOfMemoryError'
  }
}

// libxml2-wasm hands on sentences and no error numbers. The sentences are libxml2's own, unchanged for many years.
const REASONS: readonly (readonly [RegExp, MalformedReason])[] = [
  [/Document is empty/i, 'leeg'],
  [/Start tag expected/i, 'geenXml'],
  [/Premature end|Couldn't find end of Start Tag|EndTag: '<\/' not found|not finished|unterminated/i, 'afgekapt'],
  [/Opening and ending tag mismatch/i, 'sluittag'],
  [/Excessive depth/i, 'diepte'],
  [/too long|limit exceeded|huge/i, 'teLang'],
  [/Extra content at the end/i, 'naEinde'],
  [/Entity|EntityRef|CharRef|reference/i, 'entiteit'],
  [/Namespace|prefix/i, 'naamruimte'],
  [/attribute|AttValue/i, 'attribuut'],
  [/Invalid char|invalid Char|out of allowed range|'<' not allowed|StartTag: invalid/i, 'teken'],
]

/** Turns what libxml2 says of a file that is not well-formed into a reason of ours. Throws when it ran out of memory. */
export function malformedOf(diagnostics: readonly Diagnostic[]): Malformed {
  if (diagnostics.some(({ message }) => /memory|malloc/i.test(message))) throw new OutOfMemoryError()
  const [first] = diagnostics
  // With no memory left libxml2 cannot even say so: its sentence is empty.
  if (first === undefined || first.message === '') throw new OutOfMemoryError()
  const reason = REASONS.find(([sentence]) => sentence.test(first.message))?.[1] ?? 'overig'
  const [, opened, openedAt, closed] = /mismatch: (\S{1,60}) line (\d+) and (\S{1,60})/.exec(first.message) ?? []
  return {
    reason,
    regel: Math.max(1, first.line),
    kolom: Math.max(1, first.col),
    params: opened === undefined ? {} : { element: opened, geopend: Number(openedAt), gevonden: closed ?? '' },
  }
}
