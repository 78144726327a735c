import type { BerichtProduct } from '#/lib/access/products.ts'
import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import {
  basisNamespace,
  type ChildRow,
  type Occurrence,
  type Release,
  type SimpleType,
} from '#/lib/istandaarden/release.ts'
import { RELEASES } from '#/lib/istandaarden/release-register.ts'
import { InvariantError } from '#/lib/platform/errors.ts'

/** A value type as it holds at one place: the codes are those of the product, `fixed` the one value allowed. */
export type ValueType = Omit<SimpleType, 'codes'> & {
  readonly name: string
  readonly codes?: readonly string[]
  readonly fixed?: string
}

/** An element as it may stand in its parent. */
export type ElementNode = {
  readonly name: string
  readonly namespace: string
  readonly isRequired: boolean
  readonly isRepeatable: boolean
  readonly type: ValueType | ParentType
  /** Attributes that it must have. A bericht has none; the envelope round one does. */
  readonly attributes?: Readonly<Record<string, ValueType>>
}

/** A type with children: one sequence, in this order. */
export type ParentType = { readonly name: string; readonly children: readonly ElementNode[] }

/** Tells a type with children from a type of values. */
export const isParentType = (type: ValueType | ParentType): type is ParentType => 'children' in type

/** The three header elements whose one value the release and the berichtsoort fix. */
export function fixedValue(release: Release, berichtCode: string, typeName: string, element: string): string | null {
  if (typeName !== 'Header') return null
  if (element === 'BerichtCode') return berichtCode
  if (element === 'BerichtVersie') return release.berichtVersie
  return element === 'BerichtSubversie' ? release.berichtSubversie : null
}

/** The rows of a type that this product has. */
export const rowsFor = (rows: readonly ChildRow[], product: BerichtProduct): readonly ChildRow[] =>
  rows.filter(([, , , options]) => options?.only === undefined || options.only === product)

/** The codes of a data type for this product; undefined when it has none. */
export function codesFor(type: SimpleType, product: BerichtProduct): readonly string[] | undefined {
  if (type.codes === undefined) return undefined
  return 'iwmo' in type.codes ? type.codes[product] : type.codes
}

/** Tells whether a type name is the basisschema's. */
export const isBasisType = (typeName: string) => typeName.startsWith('LDT_') || typeName.startsWith('CDT_')

/** The release of a berichtsoort, with the row that describes it. */
export function releaseOf(soort: Berichtsoort) {
  const release = RELEASES.find((candidate) => candidate.versie === soort.versie)
  const row = release?.berichten.find((candidate) => candidate.nummer === soort.nummer)
  if (!release || !row) throw new InvariantError(`no data for ${soort.soort} ${soort.versie}`)
  return { release, row }
}

function buildTree(soort: Berichtsoort): ElementNode {
  const { release, row } = releaseOf(soort)
  const basis = basisNamespace(soort.product, soort.versie)

  const valueType = (typeName: string, parent: string, element: string, pattern: string | undefined): ValueType => {
    const type = release.simpleTypes[typeName]
    if (!type) throw new InvariantError(`type ${typeName} is not described`)
    const { codes: _codes, ...rest } = type
    const codes = codesFor(type, soort.product)
    const fixed = fixedValue(release, soort.berichtCode, parent, element)
    return {
      ...rest,
      name: typeName,
      ...(codes && { codes }),
      ...(pattern !== undefined && { pattern }),
      ...(fixed !== null && { fixed }),
    }
  }

  const parentType = (typeName: string): ParentType => {
    const rows = isBasisType(typeName) ? release.complexTypes[typeName] : row.structure[typeName]
    if (!rows) throw new InvariantError(`type ${typeName} of ${soort.soort} is not described`)
    const namespace = isBasisType(typeName) ? basis : soort.namespace
    return {
      name: typeName,
      children: rowsFor(rows, soort.product).map(
        ([name, childType, occurrence = '1', options]): ElementNode => ({
          name,
          namespace,
          ...bounds(occurrence),
          type: childType.startsWith('LDT_')
            ? valueType(childType, typeName, name, options?.pattern)
            : parentType(childType),
        }),
      ),
    }
  }
  return {
    name: 'Bericht',
    namespace: soort.namespace,
    isRequired: true,
    isRepeatable: false,
    type: parentType('Root'),
  }
}

const bounds = (occurrence: Occurrence) => ({ isRequired: occurrence !== '0..1', isRepeatable: occurrence === '1..n' })

const trees = new Map<string, ElementNode>()

/** The whole tree of elements of a berichtsoort, from its root `Bericht` down; made once per process. */
export function typeTree(soort: Berichtsoort): ElementNode {
  const known = trees.get(soort.namespace)
  if (known !== undefined) return known
  const tree = buildTree(soort)
  trees.set(soort.namespace, tree)
  return tree
}
