import type { DialectName } from '#/simulators/makelaar/dialects.ts'

/** One issuer of the simulator: a makelaar of the manual, or the identity provider of the servicedesk. */
export type Supplier = {
  /** Path of the issuer, id of the connection, last part of the callback address. */
  readonly id: string
  readonly name: string
  readonly kind: 'eherkenning' | 'servicedesk'
  /** How this issuer words the facts of a login (eHerkenning chapter 11): real makelaars differ, so these do. */
  readonly dialect: DialectName
}

export const SUPPLIERS = [
  { id: 'digidentity', name: 'Digidentity', kind: 'eherkenning', dialect: 'B' },
  { id: 'kpn', name: 'KPN', kind: 'eherkenning', dialect: 'A' },
  { id: 'quovadis', name: 'QuoVadis', kind: 'eherkenning', dialect: 'C' },
  { id: 'reconi', name: 'Reconi', kind: 'eherkenning', dialect: 'A' },
  { id: 'we-id', name: 'We-ID', kind: 'eherkenning', dialect: 'B' },
  { id: 'z-login', name: 'Z login', kind: 'eherkenning', dialect: 'C' },
  { id: 'servicedesk', name: 'Inloggen servicedesk', kind: 'servicedesk', dialect: 'servicedesk' },
] as const satisfies readonly Supplier[]
