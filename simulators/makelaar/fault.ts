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

/** Where a fault bites, and how. */
export type FaultEffect =
  | { readonly at: 'start' }
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
  /** `sound`: unusual but right, the login must succeed. The others: a login that must be refused, by kind of reason. */
  readonly kind: 'sound' | 'availability' | 'level' | 'content' | 'protocol'
  /** What happens, for the developer page and the manual; Dutch. */
  readonly does: string
  readonly effect: FaultEffect
}
