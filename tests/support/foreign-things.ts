import { randomUUID } from 'node:crypto'
import type { TestDatabase } from '#/tests/support/database.ts'
import { givenRowsEverywhere } from '#/tests/support/rows-everywhere.ts'
import { freshDigits, givenGemeente, givenMember, givenSession } from '#/tests/support/world.ts'

/** Ids of things of a gemeente that the visitors of a test do not belong to, or of nothing at all. */
export type ForeignThings = {
  readonly organisationId: string
  readonly gemeenteCode: string
  readonly memberId: string
  readonly managerId: string
  readonly waitingId: string
  readonly blockedId: string
  readonly sessionId: string
  readonly agreementId: string
  readonly berichtId: string
  readonly uploadId: string
  readonly signalId: string
  readonly notificationId: string
}

/** A gemeente with something of everything. */
export async function givenForeignThings(database: TestDatabase): Promise<ForeignThings> {
  const gemeente = await givenGemeente(database, { name: 'Vreemddam', code: freshDigits(4) })
  const waiting = await givenRowsEverywhere(database, gemeente)
  const member = await givenMember(database, gemeente, { lastName: 'Geheim', roles: { iwmo: 'GEBRUIKER' } })
  const manager = await givenMember(database, gemeente, { lastName: 'Geheim', isManager: true })
  const blocked = await givenMember(database, gemeente, { lastName: 'Geheim', state: 'GEBLOKKEERD' })
  const [row] = await database.query<{
    agreement: string
    bericht: string
    upload: string
    signal: string
    told: string
  }>(
    `SELECT (SELECT id FROM agreement WHERE organisation_id = $1 LIMIT 1) AS agreement,
       (SELECT id FROM bericht WHERE organisation_id = $1 LIMIT 1) AS bericht,
       (SELECT id FROM upload WHERE organisation_id = $1 LIMIT 1) AS upload,
       (SELECT id FROM wlz_signal WHERE organisation_id = $1 LIMIT 1) AS signal,
       (SELECT id FROM notification WHERE organisation_id = $1 LIMIT 1) AS told`,
    [gemeente.id],
  )
  return {
    organisationId: gemeente.id,
    gemeenteCode: gemeente.code,
    memberId: member.memberId,
    managerId: manager.memberId,
    waitingId: waiting.memberId,
    blockedId: blocked.memberId,
    sessionId: (await givenSession(database, member.actor)).id,
    agreementId: row?.agreement ?? '',
    berichtId: row?.bericht ?? '',
    uploadId: row?.upload ?? '',
    signalId: row?.signal ?? '',
    notificationId: row?.told ?? '',
  }
}

/** The same names, and nothing behind them. */
export const nothingAtAll = (gemeenteCode: string): ForeignThings => {
  const id = randomUUID()
  return {
    organisationId: id,
    gemeenteCode,
    memberId: id,
    managerId: id,
    waitingId: id,
    blockedId: id,
    sessionId: id,
    agreementId: id,
    berichtId: id,
    uploadId: id,
    signalId: id,
    notificationId: id,
  }
}
