import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { applyEvent } from '#/lib/berichten/repository.ts'
import { type BerichtEvent, LIFECYCLES, type Transition } from '#/lib/berichten/rules.ts'
import { withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import { BerichtStatus, type Direction } from '#/lib/generated/prisma/enums.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import type { Realm } from '#/lib/platform/db/realm.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase()
const STATUSES = Object.values(BerichtStatus)
const DIRECTIONS = Object.keys(LIFECYCLES) as Direction[]

/** What the table in the code says of a pair of statuses; `null`: it comes into being. */
function isAllowed(direction: Direction, was: BerichtStatus | null, becomes: BerichtStatus): boolean {
  const transitions = Object.values<Transition>(LIFECYCLES[direction])
  if (was !== null) return transitions.some(({ from, to }) => to === becomes && from.includes(was))
  return transitions.some(({ from, to, atOnce }) => to === becomes && (from.length === 0 || atOnce === true))
}

describe('the lifecycle in the database', () => {
  let gemeente: GivenGemeente
  let jansen: MemberActor
  let realm: Realm

  beforeAll(async () => {
    gemeente = await givenGemeente(database, { code: '9901' })
    jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })).actor
    realm = { kind: 'organisatie', organisationId: gemeente.id }
  })

  async function givenBericht(direction: Direction, status: BerichtStatus): Promise<string> {
    const id = v7()
    await database.query(
      `INSERT INTO bericht (id, organisation_id, product, direction, status, file_name, size_bytes, sha256, findings,
         error_count, warning_count, created_at) VALUES ($1, $2, 'iwmo', $3, $4, 'x', 1, $5, '[]', 0, 0, now())`,
      [id, gemeente.id, direction, status, randomBytes(32)],
    )
    return id
  }

  const move = (id: string, status: BerichtStatus) =>
    inTransaction(realm, (tx) => tx.bericht.updateMany({ where: { id }, data: { status } }))

  // A change in the code that forgets the migration, or the other way round, ends here.
  it('allows exactly what the table in the code says, for every pair of statuses', async () => {
    for (const direction of DIRECTIONS)
      for (const was of [null, ...STATUSES])
        for (const becomes of STATUSES) {
          const [row] = await database.query<{ allowed: boolean }>(
            'SELECT bericht_step_allowed($1::"Direction", $2::"BerichtStatus", $3::"BerichtStatus") AS allowed',
            [direction, was, becomes],
          )
          const expected = isAllowed(direction, was, becomes)
          expect([direction, was, becomes, row?.allowed]).toEqual([direction, was, becomes, expected])
        }
  })

  // Both lifecycles know being held for the virus scanner: the status alone does not tell which event can happen.
  it('takes no step of the other kind of bericht', async () => {
    const { scope } = authoriseSystem(systemActor('keten', 'test'), 'bericht.receive', gemeente.id, 'iwmo')
    const step = { at: new Date(), byName: null }
    const [delivered, received] = [
      await givenBericht('AANGELEVERD', 'IN_CONTROLE'),
      await givenBericht('ONTVANGEN', 'IN_CONTROLE'),
    ]
    const apply = (id: string, event: BerichtEvent) =>
      inTransaction(realm, (tx) => applyEvent(tx, scope, id, event, step))
    expect([await apply(delivered, 'receive'), await apply(received, 'enqueue')]).toEqual([null, null])
    expect([await apply(delivered, 'enqueue'), await apply(received, 'receive')]).toEqual([
      'IN_WACHTRIJ',
      'BESCHIKBAAR',
    ])
  })

  it('refuses a step that is not in the table, whoever takes it', async () => {
    const id = await givenBericht('AANGELEVERD', 'BEANTWOORD')
    await expect(move(id, 'IN_WACHTRIJ')).rejects.toThrow('does not go from BEANTWOORD to IN_WACHTRIJ')
    await expect(database.query("UPDATE bericht SET status = 'VERZONDEN' WHERE id = $1", [id])).rejects.toThrow(
      'does not go from BEANTWOORD to VERZONDEN',
    )
    await expect(database.query("UPDATE bericht SET direction = 'ONTVANGEN' WHERE id = $1", [id])).rejects.toThrow(
      'keeps its direction',
    )
    await move(await givenBericht('AANGELEVERD', 'IN_WACHTRIJ'), 'VERZONDEN')
  })

  it('lets the application begin a bericht in no other status than the first ones', async () => {
    const begin = (direction: Direction, status: BerichtStatus) =>
      inTransaction(realm, (tx) =>
        tx.bericht.create({
          data: {
            id: v7(),
            organisationId: gemeente.id,
            product: 'iwmo',
            direction,
            status,
            fileName: 'x',
            sizeBytes: 1,
            sha256: new Uint8Array(randomBytes(32)),
            findings: [],
            errorCount: 0,
            warningCount: 0,
            createdAt: new Date(),
          },
        }),
      )
    await expect(begin('AANGELEVERD', 'AFGELEVERD')).rejects.toThrow('does not begin as AFGELEVERD')
    await expect(begin('ONTVANGEN', 'IN_WACHTRIJ')).rejects.toThrow('does not begin as IN_WACHTRIJ')
    expect((await begin('ONTVANGEN', 'BESCHIKBAAR')).status).toBe('BESCHIKBAAR')
  })

  const happen = (id: string, event: BerichtEvent) => {
    const { scope } = authoriseSystem(systemActor('test', 'test'), 'bericht.receive', gemeente.id, 'iwmo')
    return inTransaction(scope.realm, (tx) =>
      applyEvent(tx, scope, id, event, { at: new Date('2026-11-25T10:00:00.000Z'), byName: null }),
    )
  }
  const timelineOf = (id: string) =>
    database.query<{ status: BerichtStatus }>(
      'SELECT status FROM bericht_status_change WHERE bericht_id = $1 ORDER BY id',
      [id],
    )

  // Status and timeline are one write: neither is there without the other.
  it('changes status and timeline together, or neither', async () => {
    const id = await givenBericht('AANGELEVERD', 'IN_WACHTRIJ')
    expect(await happen(id, 'confirm')).toBeNull()
    expect(await timelineOf(id)).toEqual([])
    for (const [event, status] of [
      ['send', 'VERZONDEN'],
      ['confirm', 'AFGELEVERD'],
      ['fault', 'KETENFOUT'],
      ['resend', 'IN_WACHTRIJ'],
    ] as const)
      expect(await happen(id, event)).toBe(status)
    expect((await timelineOf(id)).map(({ status }) => status)).toEqual([
      'VERZONDEN',
      'AFGELEVERD',
      'KETENFOUT',
      'IN_WACHTRIJ',
    ])
  })

  // What left once may have arrived: taking it back would be a promise that nobody can keep.
  it('does not let a bericht be withdrawn that waits for another try', async () => {
    const berichtId = await givenBericht('AANGELEVERD', 'IN_WACHTRIJ')
    for (const event of ['send', 'fail', 'resend'] as const) await happen(berichtId, event)
    const address = { product: 'iwmo', berichtId } as const
    expect(await withdrawBericht(jansen, { ...address, reason: 'vergissing' })).toEqual({
      ok: false,
      error: 'not_withdrawable',
    })
    await expect(move(berichtId, 'INGETROKKEN')).rejects.toThrow('that was sent is not withdrawn')
  })

  it('lets one of many equal events at the same moment happen', async () => {
    const id = await givenBericht('ONTVANGEN', 'BESCHIKBAAR')
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => happen(id, 'fetch')))
    expect(outcomes.filter((outcome) => outcome !== null)).toEqual(['OPGEHAALD'])
    expect(await timelineOf(id)).toHaveLength(1)
  })
})
