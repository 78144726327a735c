import type { FoundCodes } from '#/lib/istandaarden/answers/write-retour.ts'
import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import { releaseOf } from '#/lib/istandaarden/type-tree.ts'

/** A finding beside earlier berichten, with the retourcode that says it. */
export type CodedFinding = { readonly finding: Finding; readonly retourcode: string }

/** What the portal found beside earlier berichten (level 3), as far as a retourbericht can say it. */
export function codedFindings(soort: Berichtsoort, findings: readonly Finding[]): readonly CodedFinding[] {
  const { sequenceRules } = releaseOf(soort).release
  return findings.flatMap((finding) => {
    const retourcode = sequenceRules.find(({ code }) => code === finding.code)?.retourcode
    return retourcode ? [{ finding, retourcode }] : []
  })
}

/** The retourcodes of these findings, each where it belongs. */
export function foundCodes(findings: readonly CodedFinding[]): FoundCodes {
  const byPath = new Map<string, readonly string[]>()
  for (const { finding, retourcode } of findings)
    if (finding.pad !== null) byPath.set(finding.pad, [...(byPath.get(finding.pad) ?? []), retourcode])
  return { header: findings.flatMap(({ finding, retourcode }) => (finding.pad === null ? [retourcode] : [])), byPath }
}
