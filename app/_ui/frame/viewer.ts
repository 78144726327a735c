/** Where "Uitloggen" is posted to. */
export const LOGOUT_PATH = '/api/uitloggen'
/** Where "Blijf ingelogd" is posted to; answers `{ "idleEndsAt": "…" }`. GET asks without extending. */
export const EXTEND_PATH = '/api/sessie/verlengen'

/**
 * Where the warning before the end of a session keeps what stands in a form that may be kept (`Form draft="…"`): its
 * fields, with the name of the form in DRAFT_FIELD. Does not count as activity.
 */
export const DRAFT_PATH = '/api/sessie/concept'
export const DRAFT_FIELD = 'formulier'

/** An entry of the main navigation: only what this person may use. */
export type NavItem = {
  readonly href: string
  readonly label: string
  /** Every address that begins with this path is within the entry: `/producten/iwmo`. */
  readonly section: string
}

/** When the session ends, by the server's clock (ISO 8601, as they cross to the browser). */
export type SessionEnds = {
  readonly serverNow: string
  readonly idleEndsAt: string
  readonly absoluteEndsAt: string
  readonly idleMinutes: number
  readonly warningMinutes: number
}

/** Everything the frame shows of who is looking: words only, made from the session by its owner. */
export type Viewer = {
  readonly organisation: {
    /** "Gemeente Voorbeeldstad". */
    readonly name: string
    /** For the one line on a phone: "Voorbeeldstad". */
    readonly shortName: string
    readonly code: string | null
  }
  readonly person: {
    /** "A. Jansen". */
    readonly name: string
    /** "Gebruiker, Gebruikersbeheerder", or that there is no role yet. */
    readonly roles: string
  }
  /** Where the mark leads: the first page of this person. */
  readonly home: string
  readonly navigation: readonly NavItem[]
  /** How many notifications are unread; null for who has no inbox. */
  readonly unread: number | null
  readonly session: SessionEnds
}
