/**
 * Why a try to send did not end with a Bv03. The words a person reads stand in the copy files under these names.
 * `unreachable`: no connection. `certificate`: the other side is not who it should be, or does not want our certificate.
 * `timeout`, `broken`: no whole answer came, so the envelope may have arrived. `http`: another answer than that of a web
 * service, with its status. `fault`: a Fo03, with its code. `refused`: a Fo01 in the answer itself, with its code. `unreadable`: an
 * answer that is none. `other`: the Bv03 of another envelope. `not-connected`: the gemeente's agreements are not in force. `own`:
 * a fault of the portal. The last two are not about the way there: the bericht cannot be sent as it lies here.
 */
export const FAILURES = [
  'unreachable',
  'certificate',
  'timeout',
  'broken',
  'http',
  'fault',
  'refused',
  'unreadable',
  'other',
  'not-connected',
  'own',
  'no-envelope',
  'no-content',
] as const
export type FailureKind = (typeof FAILURES)[number]

export type Failure = { readonly kind: FailureKind; readonly code: string | null }

/** What says that the other side is away, and not that it dislikes one bericht. */
export const AWAY = [
  'unreachable',
  'certificate',
  'timeout',
  'broken',
  'http',
] as const satisfies readonly FailureKind[]

/** How a failure lies in the database: `http:503`, `timeout`. */
export const failureText = ({ kind, code }: Failure): string => (code ? `${kind}:${code.slice(0, 40)}` : kind)

/** Reads what `failureText` wrote; null for anything else. */
export function failureIn(text: string | null): Failure | null {
  const [name = '', ...code] = (text ?? '').split(':')
  const kind = FAILURES.find((known) => known === name)
  return kind ? { kind, code: code.join(':') || null } : null
}
