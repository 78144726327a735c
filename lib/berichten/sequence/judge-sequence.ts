import type { PlacedFact } from '#/lib/berichten/facts/kept-fact.ts'
import { tr349, tr350, tr351, tr357, tr361, tr373, tr375, tr411, tr412 } from '#/lib/berichten/sequence/change-rules.ts'
import { tr307, tr308, tr338, tr339, tr340, tr341, tr384, tr387, tr388 } from '#/lib/berichten/sequence/claim-rules.ts'
import {
  op259,
  tr332,
  tr347,
  tr355,
  tr359,
  tr360,
  tr365,
  tr374,
  tr379,
} from '#/lib/berichten/sequence/decision-rules.ts'
import type { SequenceRule, Subject } from '#/lib/berichten/sequence/sequence-rule.ts'
import {
  tr019,
  tr063,
  tr071,
  tr074,
  tr326,
  tr382,
  tr413,
  tr414,
  tr415,
} from '#/lib/berichten/sequence/start-stop-rules.ts'
import { secondAnswer, tr056, tr333, tr337 } from '#/lib/berichten/sequence/whole-rules.ts'
import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import type { SequenceRuleRow } from '#/lib/istandaarden/rules/rule.ts'
import { releaseOf } from '#/lib/istandaarden/type-tree.ts'

/** By the code that a release has for it. */
export const SEQUENCE_RULES: Readonly<Record<string, SequenceRule>> = {
  TR019: tr019,
  TR056: tr056,
  TR063: tr063,
  TR071: tr071,
  TR074: tr074,
  TR307: tr307,
  TR308: tr308,
  TR326: tr326,
  TR332: tr332,
  TR333: tr333,
  TR337: tr337,
  TR338: tr338,
  TR339: tr339,
  TR340: tr340,
  TR341: tr341,
  TR347: tr347,
  TR349: tr349,
  TR350: tr350,
  TR351: tr351,
  TR355: tr355,
  TR357: tr357,
  TR359: tr359,
  TR360: tr360,
  TR361: tr361,
  TR365: tr365,
  TR373: tr373,
  TR374: tr374,
  TR375: tr375,
  TR379: tr379,
  TR382: tr382,
  TR384: tr384,
  TR387: tr387,
  TR388: tr388,
  TR411: tr411,
  TR412: tr412,
  TR413: tr413,
  TR414: tr414,
  TR415: tr415,
  OP259: op259,
  TWEEDE_ANTWOORD: secondAnswer,
}

/** Findings that one bericht can have by these rules: a bericht sent again as it was breaks one for each of its clients. */
const FINDINGS_AT_MOST = 1_000

const found = ({ code, ernst }: SequenceRuleRow, variant: string, fact: PlacedFact | null): Finding => ({
  code,
  variant,
  ernst,
  regel: fact?.regel ?? null,
  kolom: fact?.kolom ?? null,
  pad: fact?.pad ?? null,
  params: {},
})

/**
 * Holds a bericht against those that came before it, by the rules of its release (level 3). In the order of the file, what is
 * about the whole first. Places count in the bericht, also when it came in an envelope.
 */
export function judgeSequence(soort: Berichtsoort, subject: Subject): readonly Finding[] {
  const findings: Finding[] = []
  const rows = releaseOf(soort).release.sequenceRules.filter(
    ({ on, only = soort.product }) => on.includes(soort.nummer) && only === soort.product,
  )
  for (const row of rows) {
    const rule = SEQUENCE_RULES[row.code]
    if (rule === undefined || !('judgeWhole' in rule)) continue
    const variant = rule.judgeWhole(subject)
    if (variant !== null) findings.push(found(row, variant, null))
  }
  for (const fact of subject.facts)
    for (const row of rows) {
      const rule = SEQUENCE_RULES[row.code]
      if (rule === undefined || 'judgeWhole' in rule || !rule.kinds.includes(fact.kind)) continue
      const variant = rule.judge(fact, subject)
      if (variant !== null && findings.length < FINDINGS_AT_MOST) findings.push(found(row, variant, fact))
    }
  return findings
}
