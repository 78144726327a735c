import type { MemberActor } from '#/lib/access/actor.ts'
import { tellReceived } from '#/lib/jobs/definitions/tell-berichten-received.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { planMail } from '#/lib/notifications/deliver-mail.ts'
import { addressIn, Mail } from '#/lib/notifications/mail.ts'
import { renderMail } from '#/lib/notifications/render-mail.ts'
import { memberRecipients } from '#/lib/organisations/mail-recipients.ts'
import { DAY_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { askedAddress } from '#/lib/settings/addresses/address-recipient.ts'
import { askAddress } from '#/lib/settings/addresses/ask-address.ts'
import { confirmAddress, lookAtLink } from '#/lib/settings/addresses/confirm-address.ts'
import { ConfirmAddress } from '#/lib/settings/addresses/schema.ts'
import { changeConnection } from '#/lib/settings/change-connection.ts'
import { changeSettings, readSettings } from '#/lib/settings/change-settings.ts'
import { ChangeConnection } from '#/lib/settings/connection-schema.ts'
import { ChangeSettings } from '#/lib/settings/schema.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase()
const START = '2026-11-23T09:00:00.000Z'
const hands = stopClockAt(START)
const ORIGIN = { requestId: 'r-1', ipPrefix: '192.0.2.0/24' }

beforeAll(() => installQueues(database.adminUrl))
beforeEach(async () => {
  hands.set(START)
  await database.query('DELETE FROM pgboss.job')
  await database.query('DELETE FROM rate_window')
})

async function givenKeeper(home?: GivenGemeente) {
  const gemeente = home ?? (await givenGemeente(database))
  return { gemeente, actor: (await givenMember(database, gemeente, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor }
}
const choose = (actor: MemberActor, version: number, notificationAddresses: string) =>
  changeSettings(
    actor,
    ChangeSettings.parse({ product: 'iwmo', version, notificationAddresses, retention: 'TWEE_MAANDEN' }),
  )

type Job = { readonly to: { readonly kind: string; readonly id: string }; readonly template: string }
const mails = async (): Promise<Job[]> =>
  (await database.query<{ data: { payload?: Job } & Job }>('SELECT data FROM pgboss.job ORDER BY created_on')).map(
    ({ data }) => data.payload ?? data,
  )

/** The link in the mail as it goes at this moment. */
async function linkIn({ to }: Job): Promise<ConfirmAddress> {
  const mail = Mail.parse({ to, template: 'confirm-address', params: {} })
  const plan = await inTransaction({ kind: 'systeem' }, (tx) =>
    planMail(tx, { ...memberRecipients, askedAddress }, 'job', mail),
  )
  if (plan.kind !== 'send') throw new Error(`the mail goes to ${plan.kind}`)
  const { text } = renderMail(mail, 'person', 'nl', plan.reader.page)
  const [, query = ''] = /adres-bevestigen\?(\S+)/.exec(text) ?? []
  return ConfirmAddress.parse(Object.fromEntries(new URLSearchParams(query)))
}
const statesOf = async (actor: MemberActor) =>
  (await readSettings(actor, 'iwmo')).addresses.map(({ address, isConfirmed }) => [address, isConfirmed])

describe('an address for notices', () => {
  // Guards issue "notification addresses confirmed by mail": mail goes to nobody who did not say so.
  it('gets a mail with a link in the transaction that chooses it, and notices once its owner confirmed', async () => {
    const { actor, gemeente } = await givenKeeper()
    await choose(actor, 0, 'a@x.example b@x.example')
    const asked = await mails()
    expect(asked.map(({ template, to }) => [template, to.kind])).toEqual([
      ['confirm-address', 'notification-address'],
      ['confirm-address', 'notification-address'],
    ])
    // Neither the address nor what opens the link lies in the queue.
    expect(JSON.stringify(asked)).not.toMatch(/x\.example|[0-9a-f]{64}/)
    const [first] = asked
    if (!first) throw new Error('no mail')
    const link = await linkIn(first)
    expect(await lookAtLink(link, ORIGIN)).toEqual({ ok: true, value: { gemeente: gemeente.name, product: 'iwmo' } })
    expect(await statesOf(actor)).toEqual([
      ['a@x.example', false],
      ['b@x.example', false],
    ])
    expect(await confirmAddress(link, ORIGIN)).toMatchObject({ ok: true })
    const states = await statesOf(actor)
    expect(states.filter(([, isConfirmed]) => isConfirmed)).toHaveLength(1)
    expect(await auditRows(database, gemeente.id, 'settings.address-confirmed')).toMatchObject([
      { object_id: 'iwmo', details: { adres: first.to.id } },
    ])
    await database.query('DELETE FROM pgboss.job')
    const payload = { organisationId: gemeente.id, product: 'iwmo' }
    await tellReceived.run({ version: 1, payload }, { id: '01930000-0000-7000-8000-000000000001' } as never)
    const told = await mails()
    expect(told.map(({ template }) => template)).toEqual(['berichten-received'])
    expect([await addressIn(told[0]?.to.id ?? ''), true]).toEqual(states.find(([, isConfirmed]) => isConfirmed))
  })

  it('that stays is not asked again, and one that goes is forgotten with its link', async () => {
    const { actor } = await givenKeeper()
    await choose(actor, 0, 'a@x.example b@x.example')
    const [mail] = await mails()
    if (!mail) throw new Error('no mail')
    const link = await linkIn(mail)
    await confirmAddress(link, ORIGIN)
    const [kept] = (await statesOf(actor)).filter(([, isConfirmed]) => isConfirmed)
    await choose(actor, 1, `${kept?.[0]} c@x.example`)
    expect(await mails()).toHaveLength(3)
    expect((await statesOf(actor)).toSorted()).toEqual([['c@x.example', false], kept].toSorted())
    await choose(actor, 2, '')
    expect(await statesOf(actor)).toEqual([])
    await choose(actor, 3, String(kept?.[0]))
    expect(await statesOf(actor)).toEqual([[kept?.[0], false]])
  })

  it('is not confirmed by a link that is used, too old, replaced, forged, or of another address', async () => {
    const { actor, gemeente } = await givenKeeper()
    await choose(actor, 0, 'a@x.example b@x.example')
    const [one, two] = await mails()
    if (!one || !two) throw new Error('no mails')
    const [link, other] = [await linkIn(one), await linkIn(two)]
    const notOpen = { ok: false, error: 'not_open' }
    expect(await confirmAddress({ adres: other.adres, code: link.code }, ORIGIN)).toEqual(notOpen)
    expect(await confirmAddress({ ...link, code: '0'.repeat(64) }, ORIGIN)).toEqual(notOpen)
    expect(await confirmAddress({ ...link, adres: '01930000-0000-7000-8000-000000000009' }, ORIGIN)).toEqual(notOpen)
    hands.advance(7 * DAY_MS + 1)
    expect(await lookAtLink(link, ORIGIN)).toEqual(notOpen)
    expect(await confirmAddress(link, ORIGIN)).toEqual(notOpen)
    expect(await askAddress(actor, { product: 'iwmo', adres: link.adres, gevraagd: Date.parse(START) })).toEqual({
      ok: true,
      value: null,
    })
    const latest = await linkIn(one)
    expect(await confirmAddress(link, ORIGIN)).toEqual(notOpen)
    const answers = await Promise.all([1, 2, 3].map(() => confirmAddress(latest, ORIGIN)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await lookAtLink(latest, ORIGIN)).toEqual(notOpen)
    expect(await auditRows(database, gemeente.id, 'settings.address-confirmed')).toHaveLength(1)
    // A mail that was still waiting does not go any more.
    await expect(linkIn(one)).rejects.toThrow('nobody')
  })

  it('is asked again by its Productbeheerder only, a few times an hour', async () => {
    const [keeper, stranger] = [await givenKeeper(), await givenKeeper()]
    await choose(keeper.actor, 0, 'a@x.example')
    const [row] = (await readSettings(keeper.actor, 'iwmo')).addresses
    const ask = (actor: MemberActor) =>
      askAddress(actor, { product: 'iwmo', adres: row?.id ?? '', gevraagd: row?.askedAt.getTime() ?? 0 })
    expect(await ask(stranger.actor)).toEqual({ ok: false, error: 'gone' })
    const { actor: user } = await givenMember(database, keeper.gemeente, { roles: { iwmo: 'GEBRUIKER' } })
    await expect(ask(user)).rejects.toThrow(ForbiddenError)
    for (let count = 0; count < 5; count += 1) expect(await ask(keeper.actor)).toMatchObject({ ok: true })
    expect(await ask(keeper.actor)).toEqual({ ok: false, error: 'too_many' })
    expect(await mails()).toHaveLength(6)
  })

  it('is asked once when the same form comes again, also twice at once', async () => {
    const { actor, gemeente } = await givenKeeper()
    await choose(actor, 0, 'a@x.example')
    const [row] = (await readSettings(actor, 'iwmo')).addresses
    const form = { product: 'iwmo', adres: row?.id ?? '', gevraagd: row?.askedAt.getTime() ?? 0 } as const
    hands.advance(1_000)
    const answers = await Promise.all([1, 2, 3].map(() => askAddress(actor, form)))
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: null })))
    expect(await mails()).toHaveLength(2)
    expect(await auditRows(database, gemeente.id, 'settings.address-asked')).toHaveLength(1)
  })

  it('cannot be looked for by trying links without end', async () => {
    const link = ConfirmAddress.parse({ adres: '01930000-0000-7000-8000-000000000009', code: '0'.repeat(64) })
    for (let count = 0; count < 60; count += 1)
      expect(await lookAtLink(link, ORIGIN)).toMatchObject({ error: 'not_open' })
    expect(await lookAtLink(link, ORIGIN)).toEqual({ ok: false, error: 'too_many' })
    expect(await confirmAddress(link, ORIGIN)).toEqual({ ok: false, error: 'too_many' })
    expect(await lookAtLink(link, { ...ORIGIN, ipPrefix: '198.51.100.0/24' })).toMatchObject({ error: 'not_open' })
  })
})

// Guards ASVS 6.3.7: who redirects berichten does not do so unseen, not even by taking the addresses away first.
describe('a change of the connection', () => {
  const connect = (actor: MemberActor, version: number, endpoint: string) =>
    changeConnection(
      actor,
      ChangeConnection.parse({ product: 'iwmo', version, channel: 'PORTAAL', endpoint, certificate: '' }),
    )

  it('is told to the addresses that are confirmed, and other changes are not', async () => {
    const { actor, gemeente } = await givenKeeper()
    const fresh = { ...actor, authnInstant: new Date(START) }
    await choose(fresh, 0, 'a@x.example b@x.example')
    const [mail] = await mails()
    if (!mail) throw new Error('no mail')
    await confirmAddress(await linkIn(mail), ORIGIN)
    await database.query('DELETE FROM pgboss.job')
    expect(await connect(fresh, 1, 'https://93.184.216.34/x')).toMatchObject({ ok: true })
    const told = await mails()
    expect(told.map(({ template }) => template)).toEqual(['connection-changed'])
    const [confirmed] = (await statesOf(fresh)).filter(([, isConfirmed]) => isConfirmed)
    expect(await addressIn(told[0]?.to.id ?? '')).toBe(confirmed?.[0])
    await choose(fresh, 2, String(confirmed?.[0]))
    expect(await mails()).toHaveLength(1)
    expect(await connect({ ...actor, authnInstant: new Date(0) }, 3, '')).toEqual({ ok: false, error: 'login_again' })
    expect(await mails()).toHaveLength(1)
    expect(await auditRows(database, gemeente.id, 'settings.changed')).toHaveLength(3)
  })
})
