/** What stands with an answer, in this order: enough to put a print of it in a file (the Bsn masked). */
export const ANSWER_FACTS = ['client', 'day', 'ground', 'moment', 'name', 'gemeente', 'reference'] as const
export type AnswerFact = (typeof ANSWER_FACTS)[number]

const oneLine = (text: string) => text.replace(/\s+/g, ' ')

/** An answer in words and what stands with it, as the one text that an action may give to its form: a line each. */
export const writeAnswer = (words: string, facts: Readonly<Record<AnswerFact, string>>): string =>
  [words, ...ANSWER_FACTS.map((fact) => facts[fact])].map(oneLine).join('\n')

/** What `writeAnswer` wrote. */
export function readAnswerText(text: string): {
  readonly words: string
  readonly facts: readonly { readonly fact: AnswerFact; readonly value: string }[]
} {
  const [words = '', ...values] = text.split('\n')
  return { words, facts: ANSWER_FACTS.map((fact, index) => ({ fact, value: values[index] ?? '' })) }
}
