import { ENVELOPES, type Field } from '#/lib/envelope/fields.ts'
import type { EnvelopeKind } from '#/lib/envelope/namespaces.ts'
import type { ElementNode, ValueType } from '#/lib/istandaarden/type-tree.ts'

/** Content that is judged elsewhere: its text has been cut out before the tree is followed. */
const CONTENT: ValueType = { name: 'Inhoud', base: 'text' }

function toNode({ name, namespace, occurrence, type }: Field, isRequired: boolean): ElementNode {
  const bounds = { isRequired: isRequired && occurrence === '1', isRepeatable: false }
  const attributes = 'attributes' in type && type.attributes ? { attributes: type.attributes } : {}
  if (type.kind === 'sequence' || type.kind === 'choice') {
    // A sequence cannot say "one of these": that one is there, and no more, is a check of its own.
    const children = type.fields.map((child) => toNode(child, type.kind === 'sequence'))
    return { name, namespace, ...bounds, type: { name: type.name, children } }
  }
  return { name, namespace, ...bounds, type: type.kind === 'value' ? type.value : CONTENT, ...attributes }
}

const TREES: Readonly<Record<EnvelopeKind, ElementNode>> = {
  Di01: toNode(ENVELOPES.Di01, true),
  Du01: toNode(ENVELOPES.Du01, true),
  Fo01: toNode(ENVELOPES.Fo01, true),
}

/** The elements of a kind of envelope, for the pass that points at faults. */
export const envelopeTree = (kind: EnvelopeKind): ElementNode => TREES[kind]
