import type { EherkenningDialect } from '#/lib/identity/brokers/brokers-file.ts'
import { type Claims, oneTextAt, textsAt, valueAt } from '#/lib/identity/login/claim-values.ts'
import type { RefusalCode } from '#/lib/identity/login/identity.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** The organisation that is served, and the one in between when there is a chain of mandates. */
export type LegalSubject = {
  readonly kvk: string | null
  readonly rsin: string | null
  readonly intermediaryKvk: string | null
}
type LegalDialect = EherkenningDialect['legal']
type LegalFault = Extract<RefusalCode, 'NO_LEGAL_SUBJECT' | 'LEGAL_SUBJECT_FORMAT' | 'ATTRIBUTE_CONTRADICTORY'>
type Party = { readonly value: string; readonly kind: 'kvk' | 'rsin' }

// A kind that the table does not name itself is unknown, `constructor` and the like included.
const kindOf = (kinds: Readonly<Record<string, Party['kind']>>, word: unknown): Party['kind'] | undefined =>
  typeof word === 'string' && Object.hasOwn(kinds, word) ? kinds[word] : undefined

const FORMAT = { kvk: /^\d{8}$/, rsin: /^\d{9}$/ } as const

function qualified(claims: Claims, dialect: Extract<LegalDialect, { form: 'qualified' }>): Result<Party[], LegalFault> {
  const values = textsAt(claims, dialect.value)
  const kinds = textsAt(claims, dialect.kind)
  if (values === 'contradictory' || kinds === 'contradictory') return err('ATTRIBUTE_CONTRADICTORY')
  if (values.length !== kinds.length) return err(values.length === 0 ? 'NO_LEGAL_SUBJECT' : 'ATTRIBUTE_CONTRADICTORY')
  const parties: Party[] = []
  for (const [index, value] of values.entries()) {
    const kind = kindOf(dialect.kinds, kinds[index])
    if (!kind) return err('LEGAL_SUBJECT_FORMAT')
    parties.push({ value, kind })
  }
  return ok(parties)
}

function named(claims: Claims, dialect: Extract<LegalDialect, { form: 'named' }>): Result<Party[], LegalFault> {
  const kvk = oneTextAt(claims, dialect.kvk)
  const rsin = oneTextAt(claims, dialect.rsin)
  if (kvk === 'contradictory' || rsin === 'contradictory') return err('ATTRIBUTE_CONTRADICTORY')
  return ok([
    ...(kvk ? [{ value: kvk, kind: 'kvk' as const }] : []),
    ...(rsin ? [{ value: rsin, kind: 'rsin' as const }] : []),
  ])
}

// A chain deeper than this occurs in no agreement; a longer one is nonsense or an attempt to exhaust us.
const DEEPEST_CHAIN = 4

function represented(
  claims: Claims,
  dialect: Extract<LegalDialect, { form: 'represents' }>,
): Result<{ served: Party[]; between: Party | null }, LegalFault> {
  const chain: Party[] = []
  let at = valueAt(claims, dialect.path)
  while (at !== undefined && at !== null) {
    if (typeof at !== 'object' || Array.isArray(at)) return err('ATTRIBUTE_CONTRADICTORY')
    const party = at as Claims
    const kind = kindOf(dialect.kinds, party.sub_id_type)
    if (!kind || typeof party.sub !== 'string' || chain.length >= DEEPEST_CHAIN) return err('LEGAL_SUBJECT_FORMAT')
    chain.push({ value: party.sub, kind })
    at = party.represents
  }
  const served = chain.at(-1)
  return ok({ served: served ? [served] : [], between: chain.length > 1 ? (chain.at(-2) ?? null) : null })
}

/** Reads the organisation from claims in the wording of a connection. Every number is checked for its form. */
export function readLegalSubject(claims: Claims, dialect: EherkenningDialect): Result<LegalSubject, LegalFault> {
  let parties: Party[]
  let between: Party | null = null
  if (dialect.legal.form === 'represents') {
    const chain = represented(claims, dialect.legal)
    if (!chain.ok) return chain
    parties = chain.value.served
    between = chain.value.between
  } else {
    const read = dialect.legal.form === 'qualified' ? qualified(claims, dialect.legal) : named(claims, dialect.legal)
    if (!read.ok) return read
    parties = read.value
    const intermediary = oneTextAt(claims, dialect.intermediary)
    if (intermediary === 'contradictory') return err('ATTRIBUTE_CONTRADICTORY')
    if (intermediary !== null) between = { value: intermediary, kind: 'kvk' }
  }
  if (parties.length === 0) return err('NO_LEGAL_SUBJECT')
  if ([...parties, ...(between ? [between] : [])].some(({ value, kind }) => !FORMAT[kind].test(value)))
    return err('LEGAL_SUBJECT_FORMAT')
  const ofKind = (kind: Party['kind']) => parties.filter((party) => party.kind === kind)
  if (ofKind('kvk').length > 1 || ofKind('rsin').length > 1) return err('ATTRIBUTE_CONTRADICTORY')
  return ok({
    kvk: ofKind('kvk')[0]?.value ?? null,
    rsin: ofKind('rsin')[0]?.value ?? null,
    intermediaryKvk: between?.kind === 'kvk' ? between.value : null,
  })
}
