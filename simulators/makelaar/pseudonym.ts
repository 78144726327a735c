import { createHash, createHmac } from 'node:crypto'
import { DEMO_DIENSTVERLENER } from '#/simulators/demo-world.ts'

/**
 * The ActingSubjectID of a person: 64 hex digits @ 32 hex digits. It follows from our OIN, the supplier's own knowledge of
 * the person and the organisation that gave the mandate, so another supplier or another employer is another pseudonym,
 * while the organisations behind a chain of mandates share one. Always the same answer for the same input.
 */
export function pseudonymOf(person: string, supplierId: string, mandatedByKvk: string): string {
  const digest = createHmac('sha256', `makelaar-simulator:${supplierId}`)
    .update(`${DEMO_DIENSTVERLENER.oin}|${person}|${mandatedByKvk}`)
    .digest('hex')
  const realm = createHash('sha256').update(`${DEMO_DIENSTVERLENER.oin}|${supplierId}`).digest('hex').slice(0, 32)
  return `${digest}@${realm}`
}

/** The `sub` of a person at a supplier that does not use the pseudonym for it: stable, and useless as a key across suppliers. */
export function subjectOf(person: string, supplierId: string, mandatedByKvk: string): string {
  return createHash('sha256').update(`sub|${supplierId}|${person}|${mandatedByKvk}`).digest('base64url')
}

/** The `sub` of somebody of the servicedesk at its own identity provider. */
export const staffSubjectOf = (userName: string): string => `medewerker-${userName}`
