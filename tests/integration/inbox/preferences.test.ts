import type { MemberActor } from '#/lib/access/actor.ts'
import { readPreferences, savePreferences } from '#/lib/inbox/preferences/own-preferences.ts'
import { SavePreferences } from '#/lib/inbox/preferences/schema.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { exportOwnData } from '#/lib/organisations/own/read-own-data.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { happened, mailNow, orderedMails, spread } from '#/tests/support/inbox.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember, givenStaff } from '#/tests/support/world.ts'

const database = testDatabase()
const EVENT = 'profile.mail-changed'

beforeAll(() => installQueues(database.adminUrl))

// Guards issue 4 item 10: who is mailed of what is the person's own choice, and stands in the log when it changes.
describe('what somebody wants to be mailed', () => {
  let home: GivenGemeente
  let jansen: MemberActor

  beforeEach(async () => {
    home = await givenGemeente(database)
    jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
  })

  it('is asked only for what the roles are told of, and has sensible answers before anybody chose', async () => {
    expect(await readPreferences(jansen)).toEqual({ newIwmo: 'DAGELIJKS', fault: true, deadline: true })
    const keeper = { ...jansen, roles: { 'wlz-registertoets': 'PRODUCTBEHEERDER' } } as const
    expect(await readPreferences(keeper)).toEqual({ certificate: true, settings: true })
    expect(await readPreferences({ ...jansen, roles: {} })).toEqual({})
  })

  it('is kept, with one row in the log that says what was changed and nothing else', async () => {
    await savePreferences(jansen, { newIwmo: 'NOOIT', fault: true, deadline: false })
    expect(await readPreferences(jansen)).toEqual({ newIwmo: 'NOOIT', fault: true, deadline: false })
    await savePreferences(jansen, { newIwmo: 'NOOIT', fault: true, deadline: false })
    expect(await auditRows(database, home.id, EVENT)).toMatchObject([
      { actor_user_id: jansen.userId, subject_id: jansen.memberId, details: { velden: ['newIwmo', 'deadline'] } },
    ])
  })

  it('is not touched where a form did not ask, or asked for what the roles are not told of', async () => {
    await savePreferences(jansen, { deadline: false })
    await savePreferences(jansen, { newIjw: 'DIRECT', settings: false, newIwmo: 'WEKELIJKS' })
    expect(await readPreferences(jansen)).toEqual({ newIwmo: 'WEKELIJKS', fault: true, deadline: false })
    const both = { ...jansen, roles: { iwmo: 'GEBRUIKER', ijw: 'PRODUCTBEHEERDER' } } as const
    expect(await readPreferences(both)).toMatchObject({ settings: true, certificate: true })
  })

  it('is one person’s: no colleague’s, and nobody’s without an inbox', async () => {
    const colleague = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
    await savePreferences(jansen, { fault: false })
    expect(await readPreferences(colleague)).toMatchObject({ fault: true })
    for (const actor of [await givenStaff(database), { ...jansen, state: 'GEBLOKKEERD' } as const])
      await expect(savePreferences(actor, { fault: false })).rejects.toThrow(ForbiddenError)
  })

  it('is one change when it is sent twice at once', async () => {
    await Promise.all([1, 2, 3].map(() => savePreferences(jansen, { newIwmo: 'DIRECT' })))
    expect(await auditRows(database, home.id, EVENT)).toHaveLength(1)
  })

  // Who turns mail on is not mailed of what lay there already.
  it('counts from when it is turned on', async () => {
    await savePreferences(jansen, { newIwmo: 'NOOIT' })
    await happened(home.id, 'iwmo', { kind: 'NIEUWE_BERICHTEN', amount: 40 })
    await spread()
    await savePreferences(jansen, { newIwmo: 'DIRECT' })
    expect(await mailNow()).toBe(0)
    await happened(home.id, 'iwmo', { kind: 'NIEUWE_BERICHTEN', amount: 2 })
    await spread()
    expect(await mailNow()).toBe(1)
    expect((await orderedMails(database)).at(-1)).toMatchObject({
      memberId: jansen.memberId,
      lines: [{ kind: 'NIEUWE_BERICHTEN', product: 'iwmo', amount: 2 }],
    })
  })

  it('goes along with the own data, and so does what was told', async () => {
    await savePreferences(jansen, { newIwmo: 'WEKELIJKS' })
    await happened(home.id, 'iwmo', { kind: 'TERMIJN', amount: 4 })
    await spread()
    expect(await exportOwnData(jansen)).toMatchObject({
      meldingen: [{ soort: 'TERMIJN', product: 'iwmo', aantal: 4, gelezen: null }],
      mailvoorkeuren: { newIwmo: 'WEKELIJKS', fault: true },
    })
  })

  it('is read from a form in which boxes that are not ticked are missing', () => {
    const parse = (form: object) => SavePreferences.safeParse(form)
    expect(parse({ shown: 'newIwmo,fault,deadline', newIwmo: 'DIRECT', fault: 'ja', settings: 'ja' })).toMatchObject({
      data: { newIwmo: 'DIRECT', fault: true, deadline: false },
    })
    expect(parse({ shown: 'onzin,__proto__' })).toMatchObject({ data: {} })
    for (const form of [
      {},
      { shown: 'newIwmo' },
      { shown: 'newIwmo', newIwmo: 'SOMS' },
      { shown: 'fault', fault: 'x' },
    ])
      expect(parse(form).success).toBe(false)
  })
})
