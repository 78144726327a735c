import { randomUUID } from 'node:crypto'
import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { confirmPage } from '#/lib/settings/addresses/address-code.ts'
import { askAddress } from '#/lib/settings/addresses/ask-address.ts'
import { confirmAddress } from '#/lib/settings/addresses/confirm-address.ts'
import { ConfirmAddress } from '#/lib/settings/addresses/schema.ts'
import { changeSettings } from '#/lib/settings/change-settings.ts'
import { changeSoorten } from '#/lib/settings/change-soorten.ts'
import { restoreSettings } from '#/lib/settings/restore-settings.ts'
import type { Proof } from '#/tests/support/audit/proof.ts'
import type { TestDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const keeperOf = async (database: TestDatabase): Promise<MemberActor> =>
  (await givenMember(database, await givenGemeente(database), { roles: { ijw: 'PRODUCTBEHEERDER' } })).actor

/** An address for notices that waits for its owner, and the link in the mail to it. */
async function askedAddressOf(database: TestDatabase) {
  const actor = await keeperOf(database)
  const row = { id: randomUUID(), address: 'a@testdam.example', askedAt: new Date() }
  await database.query("INSERT INTO notification_address VALUES ($1, $2, 'ijw', $3, $4, NULL)", [
    row.id,
    actor.organisationId,
    row.address,
    row.askedAt,
  ])
  const link = ConfirmAddress.parse(Object.fromEntries(new URL(confirmPage(row), 'https://x.example').searchParams))
  return { actor, asked: { adres: row.id, gevraagd: row.askedAt.getTime() }, link }
}

const about = { object_kind: 'settings', object_id: 'ijw' }

const changing = (path: Proof['path'], act: (actor: MemberActor) => Promise<unknown>): Proof => ({
  path,
  events: ['settings.changed'],
  async arrange(database) {
    const actor = await keeperOf(database)
    return { actor, act: () => act(actor), row: about }
  },
})

/** What the log says of settings; those of the connection stand with the chain. */
export const SETTINGS_PROOFS: readonly Proof[] = [
  changing('lib/settings/change-settings.ts#changeSettings', (actor) =>
    changeSettings(actor, {
      product: 'ijw',
      version: 0,
      notificationAddresses: ['a@testdam.example'],
      retention: 'TWEE_MAANDEN',
    }),
  ),
  changing('lib/settings/change-soorten.ts#changeSoorten', (actor) =>
    changeSoorten(actor, { product: 'ijw', version: 0, actief: ['JW301'] }),
  ),
  {
    path: 'lib/settings/restore-settings.ts#restoreSettings',
    events: ['settings.changed'],
    async arrange(database) {
      const actor = await keeperOf(database)
      for (const [version, actief] of [['JW301'], ['JW305']].entries())
        await changeSoorten(actor, { product: 'ijw', version, actief })
      return { actor, act: () => restoreSettings(actor, { product: 'ijw', version: 2, terug: 1 }), row: about }
    },
  },
  {
    path: 'lib/settings/addresses/ask-address.ts#askAddress',
    events: ['settings.address-asked'],
    async arrange(database) {
      const { actor, asked } = await askedAddressOf(database)
      return { actor, act: () => askAddress(actor, { product: 'ijw', ...asked }), row: about }
    },
  },
  {
    path: 'lib/settings/addresses/confirm-address.ts#confirmAddress',
    events: ['settings.address-confirmed'],
    async arrange(database) {
      const { actor: keeper, link } = await askedAddressOf(database)
      const origin = { requestId: 'test-run', ipPrefix: '192.0.2.0/24' }
      const actor = systemActor('instellingen.adres', origin.requestId)
      return {
        actor: { ...actor, origin: { ...actor.origin, ...origin } },
        act: () => confirmAddress(link, origin),
        row: { ...about, organisation_id: keeper.organisationId },
      }
    },
  },
]
