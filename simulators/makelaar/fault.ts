import type { AnswerFacts, DialectName } from '#/simulators/makelaar/dialects.ts'

/** An ID token before it is signed, and with what it is signed. Faults change it; the honest one is never touched. */
export type IdTokenDraft = {
  readonly header: Readonly<Record<string, unknown>>
  readonly payload: Readonly<Record<string, unknown>>
  /** `other-own` is the second key of the JWKS, `foreign` a key that no JWKS holds. */
  readonly signWith: 'own' | 'other-own' | 'foreign' | 'hmac-of-public-key' | 'nothing'
}

/** What a fault of the callback may need to know about the world around it. */
export type CallbackSurroundings = {
  readonly otherIssuer: string
  readonly otherRedirectUri: string
  /** A living code of this issuer that was given to another client. */
  readonly codeOfOtherClient: string
}

/** The steps of a login at which somebody can stop. */
export type StopPlace = 'supplier' | 'password' | 'sms' | 'organisation'

/** Where a fault bites, and how. */
export type FaultEffect =
  | { readonly at: 'start' }
  /** The person stops at this place: cancels, or has used up the tries there. */
  | { readonly at: 'stop'; readonly place: StopPlace; readonly by: 'cancel' | 'tries' }
  /** Another code is asked for before the first one is typed: that one is dead on arrival. */
  | { readonly at: 'resend' }
  | { readonly at: 'sms' }
  | { readonly at: 'discovery'; readonly status: 503 }
  | { readonly at: 'discovery'; readonly change: (document: Record<string, unknown>) => Record<string, unknown> }
  | { readonly at: 'facts'; readonly change: (facts: AnswerFacts, dialect: DialectName) => AnswerFacts }
  | { readonly at: 'idToken'; readonly change: (draft: IdTokenDraft) => IdTokenDraft }
  | { readonly at: 'userinfo'; readonly change: (body: Record<string, unknown>) => Record<string, unknown> }
  | { readonly at: 'callback'; readonly change: (url: URL, around: CallbackSurroundings) => URL }
  | { readonly at: 'token'; readonly status: 500 }
  | { readonly at: 'token'; readonly delaySeconds: number }

export type Fault = {
  /** Number of eHerkenning chapter 15; a letter behind it names a variant. */
  readonly id: string
  /** `sound`: unusual but right, the login must succeed. `stop`: the person ends it. The others: a login that must be refused, by kind of reason. */
  readonly kind: 'sound' | 'stop' | 'availability' | 'level' | 'content' | 'protocol'
  /** What happens, for the developer page and the manual; Dutch. */
  readonly does: string
  readonly effect: FaultEffect
}
