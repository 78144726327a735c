import type { OnboardingState, ProductRole } from '#/lib/access/actor.ts'
import type { Product } from '#/lib/access/products.ts'

/** A person of a gemeente in a list. */
export type MemberLine = {
  readonly id: string
  /** "A. Jansen"; empty before the profile is saved. */
  readonly name: string
  readonly department: string
  readonly state: OnboardingState
  readonly isManager: boolean
  readonly roles: Readonly<Partial<Record<Product, ProductRole>>>
  readonly lastLoginAt: Date | null
  readonly createdAt: Date
}

/** How it stands with the verification code of somebody who waits for one. Never the code itself. */
export type CodeStanding = {
  /** A code that can be used. */
  readonly usable: { readonly issuedAt: Date; readonly expiresAt: Date } | null
  /** Since when a new code has been asked for. */
  readonly requestedAt: Date | null
  /** Ten wrong tries: only a new code helps. */
  readonly isLocked: boolean
}

/** That somebody is to become gebruikersbeheerder, as one of the servicedesk said; another one makes the code. */
export type Nomination = { readonly byId: string; readonly byName: string; readonly at: Date }

/** Somebody who waits for a code. */
export type WaitingPerson = {
  readonly id: string
  readonly name: string
  readonly department: string
  readonly waitingSince: Date
  readonly code: CodeStanding
  /** Shown to the servicedesk only; null for everybody else. */
  readonly nomination: Nomination | null
}
