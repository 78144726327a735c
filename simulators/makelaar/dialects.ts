import type { AssuranceLevel } from '#/simulators/demo-users.ts'

/** The wordings seen at makelaars (eHerkenning chapter 11), and that of an ordinary identity provider for staff. */
export type DialectName = 'A' | 'B' | 'C' | 'servicedesk'

/**
 * What a login answer says, before it is worded. Faults change these facts; null leaves the fact out. Lists say the same
 * thing twice, as a broken supplier may. `level` is a name of the scheme, or any text that a faulty supplier sends instead.
 */
export type AnswerFacts = {
  readonly subject: string | null
  readonly pseudonym: string | null
  readonly kvk: readonly string[]
  readonly rsin: string | null
  readonly branch: string | null
  readonly intermediaryKvk: string | null
  readonly serviceId: string | null
  readonly serviceUuid: string | null
  readonly levels: readonly string[]
  readonly bsn: string | null
  readonly staffName: string | null
}

type Claims = Record<string, unknown>

const KVK_KIND = 'urn:etoegang:1.9:EntityConcernedID:KvKnr'
const BSN_KIND = 'urn:etoegang:1.12:EntityConcernedID:BSN'
const ID_KIND = (kind: 'KvKnr' | 'BSN' | 'pseudonym') => `urn:nl-eid-gdi:1.0:id:${kind}`
/** Branch in dialect C: the standard has no claim for it, so this name is agreed between portal and makelaar. */
const AGREED_BRANCH = 'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr'
const REGISTER = 'urn:simulator:handelsregister'

/** How each dialect words a level; a level without a word (a fault) is sent as it is. */
export const LEVEL_WORDS: Record<DialectName, Readonly<Partial<Record<AssuranceLevel, string>>>> = {
  A: {
    loa1: 'urn:etoegang:core:assurance-class:loa1',
    loa2: 'urn:etoegang:core:assurance-class:loa2',
    loa2plus: 'urn:etoegang:core:assurance-class:loa2plus',
    loa3: 'urn:etoegang:core:assurance-class:loa3',
    loa4: 'urn:etoegang:core:assurance-class:loa4',
  },
  B: { loa1: 'EH1', loa2: 'EH2', loa2plus: 'EH2+', loa3: 'EH3', loa4: 'EH4' },
  // eIDAS knows three levels only: EH2 and EH2+ are both "low".
  C: {
    loa2: 'http://eidas.europa.eu/LoA/low',
    loa2plus: 'http://eidas.europa.eu/LoA/low',
    loa3: 'http://eidas.europa.eu/LoA/substantial',
    loa4: 'http://eidas.europa.eu/LoA/high',
  },
  servicedesk: { loa2: 'wachtwoord', loa3: 'wachtwoord-en-sms' },
}

const isLevel = (text: string): text is AssuranceLevel => ['loa1', 'loa2', 'loa2plus', 'loa3', 'loa4'].includes(text)

const oneOrList = (values: readonly string[]): string | readonly string[] | null =>
  values.length > 1 ? values : (values[0] ?? null)

/** Words the level or levels of an answer in a dialect. */
export function acrOf(dialect: DialectName, levels: readonly string[]): string | readonly string[] | null {
  const words = LEVEL_WORDS[dialect]
  return oneOrList(levels.map((level) => (isLevel(level) ? (words[level] ?? level) : level)))
}

const present = (claims: Claims): Claims =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null))

function schemeNames(facts: AnswerFacts): Claims {
  return {
    'urn:etoegang:core:ActingSubjectID': facts.pseudonym,
    'urn:etoegang:core:LegalSubjectID': oneOrList(facts.kvk),
    namequalifier: facts.kvk.length > 0 ? KVK_KIND : null,
    'urn:etoegang:1.9:IntermediateEntityID:KvKnr': facts.intermediaryKvk,
    'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr': facts.branch,
    'urn:etoegang:core:ServiceID': facts.serviceId,
    'urn:etoegang:core:ServiceUUID': facts.serviceUuid,
    [BSN_KIND]: facts.bsn,
  }
}

function camelCase(facts: AnswerFacts): Claims {
  return {
    eherkenningPseudo: facts.pseudonym,
    chamberOfCommerce: oneOrList(facts.kvk),
    eherkenningRsin: facts.rsin,
    eherkenningIntermediatekvkNr: facts.intermediaryKvk,
    eherkenningVestigingsNr: facts.branch,
    eherkenningServiceID: facts.serviceId,
    eherkenningServiceUUID: facts.serviceUuid,
    eherkenningBsn: facts.bsn,
  }
}

/** One party in a chain of `represents`; the deepest is the party that is served. */
function represented(kvk: string, deeper: Claims | null): Claims {
  return { sub: kvk, iss: REGISTER, sub_id_type: ID_KIND('KvKnr'), ...(deeper ? { represents: deeper } : {}) }
}

function governmentProfile(facts: AnswerFacts): Claims {
  const served = facts.kvk.map((kvk) => represented(kvk, null))
  const parties: unknown = served.length > 1 ? served : (served[0] ?? null)
  const chain = facts.intermediaryKvk && served[0] ? represented(facts.intermediaryKvk, served[0]) : parties
  return {
    sub_id_type: ID_KIND('pseudonym'),
    represents: facts.bsn ? { sub: facts.bsn, iss: REGISTER, sub_id_type: ID_KIND('BSN') } : chain,
    [AGREED_BRANCH]: facts.branch,
  }
}

/** The claims of an answer in a dialect, without `acr`: that one is set apart, because the protocol has a place for it. */
export function wordAnswer(dialect: DialectName, facts: AnswerFacts): Claims {
  if (dialect === 'A') return present({ sub: facts.subject, ...schemeNames(facts) })
  if (dialect === 'B') return present({ sub: facts.subject, ...camelCase(facts) })
  if (dialect === 'C') return present({ sub: facts.pseudonym, ...governmentProfile(facts) })
  return present({ sub: facts.subject, name: facts.staffName })
}

/** Every claim name that a dialect can use, as the issuer registers them; `sub` and `acr` are the protocol's own. */
export const DIALECT_CLAIMS: Record<DialectName, readonly string[]> = {
  A: [
    'urn:etoegang:core:ActingSubjectID',
    'urn:etoegang:core:LegalSubjectID',
    'namequalifier',
    'urn:etoegang:1.9:IntermediateEntityID:KvKnr',
    'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr',
    'urn:etoegang:core:ServiceID',
    'urn:etoegang:core:ServiceUUID',
  ],
  B: [
    'eherkenningPseudo',
    'chamberOfCommerce',
    'eherkenningRsin',
    'eherkenningIntermediatekvkNr',
    'eherkenningVestigingsNr',
    'eherkenningServiceID',
    'eherkenningServiceUUID',
  ],
  C: ['sub_id_type', 'represents', AGREED_BRANCH],
  servicedesk: ['name'],
}
