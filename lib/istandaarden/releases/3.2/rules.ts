import { businessRules } from '#/lib/istandaarden/releases/3.2/rules/business-rules.ts'
import { conditions } from '#/lib/istandaarden/releases/3.2/rules/conditions.ts'
import { constraints } from '#/lib/istandaarden/releases/3.2/rules/constraints.ts'
import { restrictions } from '#/lib/istandaarden/releases/3.2/rules/restrictions.ts'
import { technicalRules } from '#/lib/istandaarden/releases/3.2/rules/technical-rules.ts'
import type { RuleRow } from '#/lib/istandaarden/rules/rule.ts'

/** The rules of release 3.2 that can be judged from one bericht. */
export const rules: readonly RuleRow[] = [
  ...technicalRules,
  ...conditions,
  ...constraints,
  ...restrictions,
  ...businessRules,
]
