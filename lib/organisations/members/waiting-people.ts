import type { ManagerNomination, Prisma } from '#/lib/generated/prisma/client.ts'
import { displayName } from '#/lib/identity/display-name.ts'
import { isStanding } from '#/lib/onboarding/codes/nominations.ts'
import type { CodeStanding, Nomination, WaitingPerson } from '#/lib/organisations/members/member-view.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

const MOST_SHOWN = 50

/** What is read beside a person to tell how it stands with the code. */
export const WITH_CODES = {
  codes: {
    where: { usedAt: null, revokedAt: null },
    select: { issuedAt: true, expiresAt: true },
    orderBy: { issuedAt: 'desc' },
    take: 1,
  },
  codeRequests: {
    where: { handledAt: null },
    select: { requestedAt: true },
    orderBy: { requestedAt: 'desc' },
    take: 1,
  },
} as const satisfies Prisma.MemberInclude

type Row = Prisma.MemberGetPayload<{ include: typeof WITH_CODES }>

/** How it stands with the code of a person, at this moment. */
export function codeStanding(row: Row): CodeStanding {
  const code = row.codes[0]
  return {
    usable: code && code.expiresAt > clock.now() ? code : null,
    requestedAt: row.codeRequests[0]?.requestedAt ?? null,
    isLocked: row.codeLockedAt !== null,
  }
}

const nominationOf = (row: ManagerNomination | null): Nomination | null =>
  row && isStanding(row) ? { byId: row.nominatedById, byName: row.nominatedByName, at: row.nominatedAt } : null

/**
 * Who of a gemeente waits for a code: who asked for a new one first, then the longest waiting. At most fifty are shown;
 * `total` counts them all.
 */
export async function waitingPeople(
  tx: Tx,
  organisationId: string,
): Promise<{ readonly people: readonly WaitingPerson[]; readonly total: number }> {
  const where = { organisationId, state: 'VERIFICATIE' } as const
  const rows = await tx.member.findMany({
    where,
    include: { ...WITH_CODES, nomination: true },
    orderBy: [{ profileSavedAt: 'asc' }, { id: 'asc' }],
    take: MOST_SHOWN,
  })
  const people = rows.map((row) => ({
    id: row.id,
    name: displayName(row),
    department: row.department ?? '',
    waitingSince: row.profileSavedAt ?? row.createdAt,
    code: codeStanding(row),
    nomination: nominationOf(row.nomination),
  }))
  const total = rows.length < MOST_SHOWN ? rows.length : await tx.member.count({ where })
  return {
    people: people.sort((a, b) => Number(b.code.requestedAt !== null) - Number(a.code.requestedAt !== null)),
    total,
  }
}
