import { answers } from '#/tests/support/berichten/rule-examples/answers.ts'
import { claimPeriods } from '#/tests/support/berichten/rule-examples/claim-periods.ts'
import { claims } from '#/tests/support/berichten/rule-examples/claims.ts'
import { contacts } from '#/tests/support/berichten/rule-examples/contacts.ts'
import { deliveries } from '#/tests/support/berichten/rule-examples/deliveries.ts'
import type { RuleExample } from '#/tests/support/berichten/rule-examples/example.ts'
import { people } from '#/tests/support/berichten/rule-examples/people.ts'
import { products } from '#/tests/support/berichten/rule-examples/products.ts'
import { requests } from '#/tests/support/berichten/rule-examples/requests.ts'
import { stacking } from '#/tests/support/berichten/rule-examples/stacking.ts'

/** Good and bad examples for every rule that a check sees to, in every berichtsoort that it is in. */
export const RULE_EXAMPLES: readonly RuleExample[] = [
  ...people,
  ...contacts,
  ...products,
  ...stacking,
  ...deliveries,
  ...requests,
  ...claimPeriods,
  ...claims,
  ...answers,
]
