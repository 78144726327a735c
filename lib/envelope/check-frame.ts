import { envelopeTree } from '#/lib/envelope/envelope-tree.ts'
import type { EnvelopeKind } from '#/lib/envelope/namespaces.ts'
import { ROOTS } from '#/lib/envelope/namespaces.ts'
import type { Frame } from '#/lib/envelope/read-frame.ts'
import { type Finding, finding } from '#/lib/istandaarden/checks/check-report.ts'
import { locateViolations } from '#/lib/istandaarden/checks/located-pass.ts'
import type { EngineViolation } from '#/lib/istandaarden/checks/xml-engine.ts'

/** Path of an element of an envelope, as findings show it. */
export const envelopePath = (kind: EnvelopeKind, path = ''): string =>
  path === '' ? `/${ROOTS[kind].name}` : `/${ROOTS[kind].name}/${path}`

/** The one thing that a sequence cannot say: an envelope carries one content. */
function checkContents({ kind, contents, place }: Frame, located: readonly Finding[]): Finding | null {
  if (kind === 'Fo01' || contents === 1) return null
  const isSaid = located.some(({ variant, pad }) => variant === 'teVaak' && pad?.endsWith('Bestand'))
  const path = 'parameters/bericht'
  if (contents > 1 && isSaid) return null
  return finding('ENVELOP', contents === 0 ? 'geenInhoud' : 'meerInhoud', {
    ...place(path),
    pad: envelopePath(kind, path),
  })
}

/** What the schema of the envelope finds in the frame, each with its place in the frame. `text` must be well-formed. */
export function checkFrame(text: string, frame: Frame, violations: readonly EngineViolation[]): readonly Finding[] {
  if (violations.length === 0) return []
  const located = locateViolations(text, envelopeTree(frame.kind)).findings
  const contents = checkContents(frame, located)
  const found = [...located, ...(contents === null ? [] : [contents])]
  const [first] = violations
  const findings = found.length > 0 || !first ? found : [finding('ENVELOP', 'overig', { regel: first.regel, kolom: 1 })]
  return findings.map((one): Finding => ({ ...one, code: 'ENVELOP', ...rootNamespace(one, frame.kind) }))
}

/** The kind is known by the root's name, so a root that is not the one wanted has that name in another namespace. */
const rootNamespace = ({ variant, params }: Finding, kind: EnvelopeKind): Partial<Finding> =>
  variant === 'wortel' ? { variant: 'naamruimte', params: { ...params, verwacht: ROOTS[kind].namespace } } : {}
