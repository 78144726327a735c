import type { Release } from '#/lib/istandaarden/release.ts'
import { answers } from '#/lib/istandaarden/releases/3.2/answers.ts'
import { berichten } from '#/lib/istandaarden/releases/3.2/berichten.ts'
import { codeTexts } from '#/lib/istandaarden/releases/3.2/code-texts.ts'
import { complexTypes } from '#/lib/istandaarden/releases/3.2/complex-types.ts'
import { sequenceRules } from '#/lib/istandaarden/releases/3.2/rules/sequence-rules.ts'
import { rules } from '#/lib/istandaarden/releases/3.2/rules.ts'
import { simpleTypes } from '#/lib/istandaarden/releases/3.2/simple-types.ts'

/** iWmo 3.2 and iJw 3.2. */
export const release: Release = {
  versie: '3.2',
  berichtVersie: '3',
  berichtSubversie: '2',
  geldigVanaf: '2023-04-03',
  simpleTypes,
  complexTypes,
  berichten,
  codeTexts,
  answers,
  rules,
  sequenceRules,
}
