import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Actor, SoftwareActor } from '#/lib/access/actor.ts'
import { deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { withdrawAgreement } from '#/lib/organisations/gemeenten/agreements.ts'
import { blockMember } from '#/lib/organisations/members/block-member.ts'
import { saveRoles } from '#/lib/organisations/members/save-roles.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { contentFolder, deliver, filesIn, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase, whenWaitingForLocks } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember, givenStaff, TEST_ORIGIN } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee` })

let number = 0
const rows = () => database.query('SELECT id FROM bericht')

// A file can take minutes to come in: what is taken away in that time counts at once, for people and for software.
describe('a delivery that is under way', () => {
  const gemeente = () => givenGemeente(database)
  const gebruiker = (home: GivenGemeente) => givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })
  const manager = async (home: GivenGemeente) => (await givenMember(database, home, { isManager: true })).actor

  async function withdrawAgreements({ id }: GivenGemeente): Promise<void> {
    const staff = await givenStaff(database)
    const [agreement] = await database.query<{ id: string }>(
      `SELECT id FROM agreement WHERE organisation_id = $1 LIMIT 1`,
      [id],
    )
    await withdrawAgreement(staff, { agreementId: agreement?.id ?? '', reason: 'opgezegd door' })
  }

  async function expectNothingKept(actor: Actor, code: string, meanwhile: () => Promise<unknown>): Promise<void> {
    const contents = filesIn(folder).length
    const bytes = makeBericht('WMO301', { gemeenteCode: code, identificatie: `T-${++number}` })
    const body = Readable.from(
      (async function* () {
        yield bytes.subarray(0, 1_000)
        await meanwhile()
        yield bytes.subarray(1_000)
      })(),
      { objectMode: false },
    )
    const before = await rows()
    const input = { product: 'iwmo', unverifiedFileName: 'half.xml', body } as const
    await expect(deliverBericht(actor, input, untilDone())).rejects.toThrow(ForbiddenError)
    expect(await rows()).toEqual(before)
    expect(filesIn(folder).length).toBe(contents)
  }

  it('ends with a block of the person', async () => {
    const home = await gemeente()
    const [{ actor, memberId }, beheer] = [await gebruiker(home), await manager(home)]
    const block = async () => expect((await blockMember(beheer, { memberId, reason: 'vertrokken' })).ok).toBe(true)
    await expectNothingKept(actor, home.code, block)
  })

  it('ends with the loss of the role', async () => {
    const home = await gemeente()
    const [{ actor, memberId }, beheer] = [await gebruiker(home), await manager(home)]
    const roles = { iwmo: 'PRODUCTBEHEERDER', ijw: 'GEEN', 'wlz-registertoets': 'GEEN' } as const
    await expectNothingKept(actor, home.code, () => saveRoles(beheer, { memberId, ...roles }))
  })

  it('ends when an agreement is withdrawn', async () => {
    const home = await gemeente()
    const { actor } = await gebruiker(home)
    await expectNothingKept(actor, home.code, () => withdrawAgreements(home))
  })

  it('ends when the software that sends it is no longer registered', async () => {
    const home = await gemeente()
    const fingerprint = createHash('sha256').update(home.id).digest('hex')
    await database.query(
      `INSERT INTO product_settings (organisation_id, product, notification_addresses, retention, version, changed_by_name,
           changed_at, client_certificate, client_fingerprint)
         VALUES ($1, 'iwmo', '{}', 'TWEE_MAANDEN', 1, 'test', now(), 'PEM', $2)`,
      [home.id, fingerprint],
    )
    const software: SoftwareActor = {
      kind: 'software',
      organisationId: home.id,
      organisationName: home.name,
      gemeenteCode: home.code,
      fingerprint,
      products: ['iwmo'],
      origin: TEST_ORIGIN,
    }
    const another = createHash('sha256').update('another').digest('hex')
    await expectNothingKept(software, home.code, () =>
      database.query('UPDATE product_settings SET client_fingerprint = $2 WHERE organisation_id = $1', [
        home.id,
        another,
      ]),
    )
  })

  // Of two at the same moment the block wins: the delivery waits for it and then sees it.
  it('waits for a block that is being written', async () => {
    const home = await gemeente()
    const { actor, memberId } = await gebruiker(home)
    const before = await rows()
    const bytes = makeBericht('WMO301', { gemeenteCode: home.code, identificatie: `T-${++number}` })
    await database.query('BEGIN')
    await database.query("UPDATE member SET state = 'GEBLOKKEERD', state_before_block = 'ACTIEF' WHERE id = $1", [
      memberId,
    ])
    const delivering = deliver(actor, bytes).catch((error: unknown) => error)
    await whenWaitingForLocks(database, 1)
    await database.query('COMMIT')
    expect(await delivering).toBeInstanceOf(ForbiddenError)
    expect(await rows()).toEqual(before)
  })
})
