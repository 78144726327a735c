import { breach, type RuleCheck } from '#/lib/istandaarden/rules/rule.ts'

// Rules on what a retourbericht, or the answer to a declaratie, says of what it answers. Only their text has them.

/** Codes that refuse nothing: looked at and right, not looked at, granted in full. */
const NO_REFUSAL = ['0200', '0233', '8001']
const TECHNICAL = '0001'

/**
 * Nothing is returned without a class in it that was refused. `name` is what is returned: OP065 a Client of a
 * retourbericht, OP304 one of an answer, OP303 a Prestatie of an answer. Looks at RetourCode in it, and then at it.
 */
export const onlyRefused =
  (name: string): RuleCheck =>
  (found) => {
    let isRefused = false
    return {
      see: (element) => {
        if (element.name !== name) {
          isRefused ||= !NO_REFUSAL.includes(element.value)
          return
        }
        if (!isRefused) found(breach(element))
        isRefused = false
      },
    }
  }

/** OP286: who refuses the whole on its form returns nothing else. Looks at RetourCode of the header, and what follows it. */
export const op286: RuleCheck = (found) => {
  let isTechnical = false
  return {
    see: (element) => {
      if (element.name === 'RetourCode') isTechnical ||= element.value === TECHNICAL
      else if (isTechnical) found(breach(element))
    },
  }
}

/** IV033: who refuses on the validation says with which version. Looks at RetourCode of the header, and the header. */
export const iv033: RuleCheck = (found) => {
  let isTechnical = false
  return {
    see: (element) => {
      if (element.name === 'RetourCode') isTechnical ||= element.value === TECHNICAL
      else if (isTechnical && !element.has('XsltVersie')) found(breach(element))
    },
  }
}
