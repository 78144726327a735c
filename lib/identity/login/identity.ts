/** Who came in by eHerkenning, whichever protocol and wording the makelaar used. */
export type EherkenningIdentity = {
  readonly kind: 'eherkenning'
  readonly brokerId: string
  /** Opaque and case-sensitive. Another supplier or another employer gives another one. */
  readonly subjectPseudonym: string
  readonly legal: { readonly kvk: string | null; readonly rsin: string | null }
  readonly intermediaryKvk: string | null
  readonly branch: string | null
  readonly loa: 'loa3' | 'loa4'
  readonly authnInstant: Date
}

/** Who came in by the operator's own identity provider. */
export type StaffIdentity = {
  readonly kind: 'servicedesk'
  readonly brokerId: string
  readonly subject: string
  readonly name: string
  readonly loa: 'loa3' | 'loa4'
  readonly authnInstant: Date
}

export type LoginIdentity = EherkenningIdentity | StaffIdentity

/** Why a login is refused, exactly, for the log. The person sees one of the pages of REFUSAL_PAGES. */
export const REFUSAL_CODES = [
  'LEVEL_TOO_LOW',
  'LEVEL_MISSING',
  'LEVEL_UNKNOWN',
  'LEVEL_CONTRADICTORY',
  'ISSUER_OTHER',
  'SERVICE_OTHER',
  'NO_PSEUDONYM',
  'NO_LEGAL_SUBJECT',
  'LEGAL_SUBJECT_FORMAT',
  'ATTRIBUTE_CONTRADICTORY',
  'BSN_PRESENT',
  'BRANCH_RESTRICTED',
  'AUTHENTICATION_MOMENT_MISSING',
  'AUTHENTICATION_TOO_OLD',
  'ORGANISATION_UNKNOWN',
  'AGREEMENTS_MISSING',
  'MEMBER_BLOCKED',
  'NETWORK',
  'CANCELLED',
  'PROTOCOL',
  'MAKELAAR_UNREACHABLE',
  'UNEXPECTED',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** Tells whether a reason in the log is one for which a login is refused. */
export const isRefusalCode = (text: string): text is RefusalCode => REFUSAL_CODES.some((code) => code === text)

/** The last part of the address /geen-toegang/{reden}. */
export const REFUSAL_PAGES = [
  'niveau',
  'organisatie-onbekend',
  'overeenkomsten',
  'vestiging',
  'geblokkeerd',
  'netwerk',
  'inloggen-mislukt',
] as const
export type RefusalPage = (typeof REFUSAL_PAGES)[number]

/** Which page a refusal leads to. What only a makelaar can mend tells the person no more than that it did not work. */
export function refusalPage(code: RefusalCode): RefusalPage {
  switch (code) {
    case 'LEVEL_TOO_LOW':
    case 'LEVEL_MISSING':
    case 'LEVEL_UNKNOWN':
    case 'LEVEL_CONTRADICTORY':
      return 'niveau'
    case 'ORGANISATION_UNKNOWN':
      return 'organisatie-onbekend'
    case 'AGREEMENTS_MISSING':
      return 'overeenkomsten'
    case 'BRANCH_RESTRICTED':
      return 'vestiging'
    case 'MEMBER_BLOCKED':
      return 'geblokkeerd'
    case 'NETWORK':
      return 'netwerk'
    default:
      return 'inloggen-mislukt'
  }
}
