import { randomBytes } from 'node:crypto'
import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { noteNearDeadlines } from '#/lib/berichten/terms/note-near-deadlines.ts'
import { listNotifications } from '#/lib/inbox/list-notifications.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { changeConnection } from '#/lib/settings/change-connection.ts'
import { changeSettings } from '#/lib/settings/change-settings.ts'
import { warnOfCertificates } from '#/lib/settings/warn-certificates.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { certify, makeAuthority, pemOf } from '#/simulators/keten/certificates.ts'
import { contentFolder, received } from '#/tests/support/berichten/deliveries.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { spread } from '#/tests/support/inbox.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
/** A Monday. */
const hands = stopClockAt('2026-11-23T09:00:00.000Z')

let home: GivenGemeente
let jansen: MemberActor
let smit: MemberActor
let other: MemberActor

beforeAll(() => installQueues(database.adminUrl))
beforeEach(async () => {
  hands.set('2026-11-23T09:00:00.000Z')
  await database.query('TRUNCATE notification, notification_cause')
  home = await givenGemeente(database)
  jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
  const roles = { iwmo: 'PRODUCTBEHEERDER', 'wlz-registertoets': 'PRODUCTBEHEERDER' } as const
  smit = (await givenMember(database, home, { roles })).actor
  other = (await givenMember(database, home, { roles })).actor
})

async function told(actor: MemberActor): Promise<string[]> {
  await spread()
  const { unread } = await listNotifications(actor, null)
  return unread.map(({ kind, product, amount }) => `${kind} ${product} ${amount}`)
}

// Guards issue 4 item 10, "deadline near": told in time, once for each bericht and day, and not of what was answered.
describe('a day on which an answer is due', () => {
  let number = 0
  const start = () =>
    received(home.id, makeBericht('WMO305', { gemeenteCode: home.code, identificatie: `D-${++number}` }))
  const note = (): Promise<number> => noteNearDeadlines(systemActor('test', 'test'), new AbortController().signal)
  const termsOf = async (actor: MemberActor) => (await told(actor)).filter((text) => text.startsWith('TERMIJN'))

  it('is told on the working day before it, to the Gebruikers, once by any number of workers', async () => {
    const [one] = [await start(), await start()]
    expect(one.deadlineOn).toBe('2026-11-26')
    hands.set('2026-11-24T06:05:00.000Z')
    expect([await note(), await termsOf(jansen)]).toEqual([0, []])
    hands.set('2026-11-25T06:05:00.000Z')
    const runs = await Promise.all([note(), note(), note()])
    expect(runs.reduce((sum, run) => sum + run, 0)).toBe(2)
    expect([await termsOf(jansen), await termsOf(smit)]).toEqual([['TERMIJN iwmo 2'], []])
    hands.set('2026-11-26T06:05:00.000Z')
    expect([await note(), await termsOf(jansen)]).toEqual([0, ['TERMIJN iwmo 2']])
  })

  it('is told before a weekend when it is the Monday after', async () => {
    hands.set('2026-11-25T09:00:00.000Z')
    const { id } = await start()
    hands.set('2026-11-27T06:05:00.000Z')
    expect(await note()).toBe(1)
    await spread()
    const { unread } = await listNotifications(jansen, null)
    expect(unread.find(({ kind }) => kind === 'TERMIJN')).toMatchObject({ amount: 1, berichtId: id })
  })

  it('is told anew when it was worked out anew, and not when it has passed or nothing is due', async () => {
    const [moved, passed, answered] = [await start(), await start(), await start()]
    hands.set('2026-11-25T06:05:00.000Z')
    await database.query(`UPDATE bericht SET deadline_on = '2026-11-24' WHERE id = $1`, [passed.id])
    await database.query('UPDATE bericht SET awaits = NULL, deadline_on = NULL WHERE id = $1', [answered.id])
    expect(await note()).toBe(1)
    await database.query(`UPDATE bericht SET deadline_on = '2026-12-01' WHERE id = $1`, [moved.id])
    expect(await note()).toBe(0)
    hands.set('2026-11-30T06:05:00.000Z')
    expect([await note(), await termsOf(jansen)]).toEqual([1, ['TERMIJN iwmo 2']])
  })

  // Killed half way: neither the mark nor the cause is there, and the next run does both.
  it('is told by the next run when one is broken off', async () => {
    await start()
    hands.set('2026-11-25T06:05:00.000Z')
    await database.query(`CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$`)
    await database.query(
      'CREATE TRIGGER broken BEFORE INSERT ON notification_cause FOR EACH ROW EXECUTE FUNCTION broken()',
    )
    await expect(note()).rejects.toThrow(/broken/)
    await database.query('DROP TRIGGER broken ON notification_cause')
    expect([await note(), await note()]).toEqual([1, 0])
  })

  it('is looked at by the portal alone', async () => {
    await expect(noteNearDeadlines(jansen as never, new AbortController().signal)).rejects.toThrow(ForbiddenError)
  })
})

describe('settings that somebody changes', () => {
  const change = (version: number, retention: 'DAG_NA_OPHALEN' | 'TWEE_MAANDEN') =>
    changeSettings(smit, { product: 'iwmo', version, notificationAddresses: [], retention })

  it('are told to the other Productbeheerders, once for each change that was made', async () => {
    await change(0, 'DAG_NA_OPHALEN')
    // Sent twice, and refused: nothing was changed.
    await change(0, 'DAG_NA_OPHALEN')
    await change(0, 'TWEE_MAANDEN')
    const connection = {
      product: 'iwmo',
      version: 1,
      stufVersion: '0210',
      oin: '',
      channel: 'PORTAAL',
      endpoint: 'https://93.184.216.34/x',
    } as const
    expect(await changeConnection(smit, { ...connection, certificate: '' })).toMatchObject({ ok: true })
    expect([await told(other), await told(smit), await told(jansen)]).toEqual([['INSTELLINGEN iwmo 2'], [], []])
  })

  it('are told of the Wlz-Registertoets, too', async () => {
    const addresses = ['a@x.example']
    const input = { product: 'wlz-registertoets', version: 0, retention: 'TWEE_MAANDEN' } as const
    await changeSettings(smit, { ...input, notificationAddresses: addresses })
    expect(await told(other)).toEqual(['INSTELLINGEN wlz-registertoets 1'])
  })
})

describe('the end of a certificate', () => {
  it.each(['iwmo', 'wlz-registertoets'])(
    'of %s is told to its Productbeheerders with the days that are left, once at each stage',
    async (product) => {
      const authority = await makeAuthority('CA', new Date('2026-01-01T00:00:00.000Z'))
      const until = new Date('2026-12-20T09:00:00.000Z')
      const { cert } = await pemOf(await certify(authority, { name: 'software', until }))
      await database.query(
        `INSERT INTO product_settings (organisation_id, product, notification_addresses, retention, version, changed_by_name,
         changed_at, client_certificate, client_fingerprint) VALUES ($1, $4, '{}', 'TWEE_MAANDEN', 1, 'x', now(), $2, $3)`,
        [home.id, cert, randomBytes(32).toString('hex'), product],
      )
      await Promise.all([warnOfCertificates('a'), warnOfCertificates('b')])
      expect([await told(smit), await told(other), await told(jansen)]).toEqual([
        [`CERTIFICAAT ${product} 30`],
        [`CERTIFICAAT ${product} 30`],
        [],
      ])
      hands.set('2026-12-21T09:00:00.000Z')
      await warnOfCertificates('c')
      expect(await told(smit)).toEqual([`CERTIFICAAT ${product} 0`])
    },
  )
})
