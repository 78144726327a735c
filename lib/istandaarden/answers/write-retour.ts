import { partsOf, requiredChild, requiredValue } from '#/lib/istandaarden/answers/read-heen.ts'
import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import { type ElementNode, isParentType, releaseOf, typeTree } from '#/lib/istandaarden/type-tree.ts'
import { type WrittenParts, writeBericht } from '#/lib/istandaarden/writing/write-bericht.ts'
import { InvariantError } from '#/lib/platform/errors.ts'

/** What an answer says of itself. `dagtekening` is `YYYY-MM-DD`. */
export type AnswerMark = { readonly identificatie: string; readonly dagtekening: string }

/** The retourcode of a bericht whose content breaks a rule (level 2). */
export const TECHNICALLY_REFUSED = '0001'

/** Retourcodes for a bericht that does not fit those before it (level 3), by what they are about. */
export type FoundCodes = {
  /** About the bericht as a whole. */
  readonly header: readonly string[]
  /** By the path of the element that they are about. */
  readonly byPath: ReadonlyMap<string, readonly string[]>
}

/**
 * What a retourbericht says: that nothing is wrong, that the content breaks a rule of its own (level 2), or what is wrong
 * with it beside earlier berichten.
 */
export type RetourJudgement =
  | { readonly kind: 'good' | 'technical' }
  | { readonly kind: 'found'; readonly codes: FoundCodes; readonly client: ReadElement }

/** Of a class that was judged and has nothing wrong. */
const NOTHING_WRONG = '0200'

const codesFor = (codes: readonly string[] | undefined): WrittenParts => ({
  RetourCode: codes === undefined || codes.length === 0 ? [NOTHING_WRONG] : [...new Set(codes)],
})

/** Copies a class of the heenbericht, with retourcodes in it and in each class below that has room for them. */
function judged(node: ElementNode, element: ReadElement, path: string, codes: FoundCodes['byPath']): WrittenParts {
  if (!isParentType(node.type)) throw new InvariantError(`${node.name} is no class`)
  const parts: Record<string, string | (string | WrittenParts)[] | WrittenParts> = {}
  for (const child of node.type.children) {
    if (child.name === 'RetourCodes') {
      parts[child.name] = codesFor(codes.get(path))
      continue
    }
    const own = element.children.filter(({ name }) => name === child.name)
    const written = own.map((one, index) => {
      const place = `${path}/${child.isRepeatable ? `${child.name}[${index + 1}]` : child.name}`
      return isParentType(child.type) ? judged(child, one, place, codes) : one.value
    })
    if (written.length > 0) parts[child.name] = written
  }
  return parts
}

/** The client of the heenbericht with a code in each class; undefined when the header says it all. */
function clientOf(retour: Berichtsoort, judgement: RetourJudgement): WrittenParts | undefined {
  if (judgement.kind !== 'found' || judgement.codes.header.length > 0) return undefined
  const root = typeTree(retour)
  const node = isParentType(root.type) ? root.type.children.find(({ name }) => name === 'Client') : undefined
  if (node === undefined) throw new InvariantError(`${retour.soort} has no client`)
  return judged(node, judgement.client, `/${root.name}/${node.name}`, judgement.codes.byPath)
}

/** The codes in the header of a retourbericht; undefined in one that has none. */
function headerCodes(judgement: RetourJudgement): WrittenParts | undefined {
  if (judgement.kind === 'good') return undefined
  return codesFor(judgement.kind === 'found' ? judgement.codes.header : [TECHNICALLY_REFUSED])
}

/**
 * The retourbericht on a whole bericht (IV028): a header without codes when nothing is wrong with it; with 0001 and the version
 * of the checks when its content breaks a rule; with the code alone when the bericht as a whole is refused beside earlier ones;
 * or else with the client copied whole and a code in each class. Parties and identification are those of the heenbericht.
 */
export function writeRetour(
  retour: Berichtsoort,
  heenHeader: ReadElement,
  { identificatie, dagtekening }: AnswerMark,
  judgement: RetourJudgement,
): string {
  const { basisschemaXsdVersie, berichtXsdVersie, xsltVersie } = releaseOf(retour).release.answers
  return writeBericht(retour, {
    Header: {
      Afzender: requiredValue(heenHeader, 'Afzender'),
      Ontvanger: requiredValue(heenHeader, 'Ontvanger'),
      BerichtIdentificatie: partsOf(requiredChild(heenHeader, 'BerichtIdentificatie')),
      XsdVersie: partsOf(requiredChild(heenHeader, 'XsdVersie')),
      IdentificatieRetour: identificatie,
      DagtekeningRetour: dagtekening,
      XsltVersie: judgement.kind === 'technical' ? xsltVersie : undefined,
      XsdVersieRetour: { BasisschemaXsdVersie: basisschemaXsdVersie, BerichtXsdVersie: berichtXsdVersie },
      RetourCodes: headerCodes(judgement),
    },
    Client: clientOf(retour, judgement),
  })
}
