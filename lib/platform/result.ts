/** Why a use case did not do what was asked: a word, or a word with what belongs to it. */
export type Reason = string | { readonly kind: string }

/** The outcome of a use case: expected outcomes are values, surprises are exceptions. */
export type Result<T, E extends Reason> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** Wraps the value of a use case that did what was asked. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

/** Names the expected reason why a use case did not do what was asked. */
export const err = <E extends Reason>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error })
