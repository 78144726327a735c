import { breach, each, type RuleCheck } from '#/lib/istandaarden/rules/rule.ts'

// Rules on codes that the schema leaves open, because their list changes by itself.

/** A list of codes as it holds from a day on, as a date number. */
export type CodeEdition = { readonly from: number; readonly codes: ReadonlySet<string> }

/**
 * TR378: a gemeentecode is on the list of the CBS that held on Dagtekening, or one that the portal knows besides. Of days
 * before the oldest list nothing can be said. Looks at the code.
 */
export const tr378 = (editions: readonly CodeEdition[]): RuleCheck =>
  each((code, { dagtekening, gemeenteCodes }) => {
    const edition = editions.findLast(({ from }) => from <= dagtekening)
    const isKnown = edition === undefined || edition.codes.has(code.value) || gemeenteCodes.includes(code.value)
    return isKnown ? null : breach(code)
  })
