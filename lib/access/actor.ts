import type { Product } from '#/lib/access/products.ts'

/** The steps of a registration; see lib/onboarding/rules.ts for what leads from one to the next. */
export type OnboardingState = 'PROFIEL' | 'VERIFICATIE' | 'OPNIEUW_INLOGGEN' | 'ACTIEF' | 'GEBLOKKEERD'

/** What somebody may be for one product; never both. */
export type ProductRole = 'GEBRUIKER' | 'PRODUCTBEHEERDER'

/** Where a request came from, for the log: nothing in it says more than is needed to follow an incident. */
export type Origin = {
  readonly requestId: string
  /** The network of the client: /24 of IPv4, /48 of IPv6. */
  readonly ipPrefix: string
  /** First 16 hex characters of the SHA-256 of the User-Agent. */
  readonly userAgentHash: string
}

/** Somebody of a gemeente, as the session and the database say it in this request. */
export type MemberActor = {
  readonly kind: 'member'
  readonly userId: string
  readonly memberId: string
  readonly sessionId: string
  readonly organisationId: string
  readonly organisationName: string
  readonly gemeenteCode: string
  /** As shown to colleagues, for instance "A. Jansen"; empty before the profile is saved. */
  readonly displayName: string
  readonly state: OnboardingState
  readonly isManager: boolean
  readonly roles: Readonly<Partial<Record<Product, ProductRole>>>
  readonly loa: string
  readonly brokerId: string
  readonly authnInstant: Date
  readonly origin: Origin
}

/** Somebody of the operator's servicedesk. */
export type StaffActor = {
  readonly kind: 'staff'
  readonly userId: string
  readonly sessionId: string
  readonly displayName: string
  readonly loa: string
  readonly brokerId: string
  readonly authnInstant: Date
  readonly origin: Origin
}

/** Software of a gemeente, known by its client certificate at the web service. */
export type SoftwareActor = {
  readonly kind: 'software'
  readonly organisationId: string
  readonly organisationName: string
  readonly gemeenteCode: string
  /** SHA-256 of its certificate, 64 hexadecimal digits. */
  readonly fingerprint: string
  /** For which the Productbeheerder registered that certificate. */
  readonly products: readonly Product[]
  readonly origin: Origin
}

/** The portal itself: a job, or the chain that brings a bericht. */
export type SystemActor = {
  readonly kind: 'system'
  readonly name: string
  readonly origin: Origin
}

export type Actor = MemberActor | StaffActor | SoftwareActor | SystemActor

/** An actor for what the portal does by itself; `requestId` ties its log rows together. */
export const systemActor = (name: string, requestId: string): SystemActor => ({
  kind: 'system',
  name,
  origin: { requestId, ipPrefix: 'intern', userAgentHash: 'intern' },
})
