import { lifecycleDiagrams } from '#/scripts/documents/lifecycle-diagrams.ts'
import { termTable } from '#/scripts/documents/term-table.ts'

/** A part of a document that is made from the code. */
export type DocumentPart = { readonly file: string; readonly name: string; make(): string }

/** Every generated part; tests/unit/scripts/generated-documents.test.ts fails when one differs from what is committed. */
export const DOCUMENT_PARTS: readonly DocumentPart[] = [
  { file: 'docs/domain/berichten.md', name: 'lifecycles', make: lifecycleDiagrams },
  { file: 'docs/domain/berichten.md', name: 'terms', make: termTable },
]
