import type { TestPortal } from '#/tests/support/portal.ts'
import { browserOf, deskBrowser, formAt, type Replay } from '#/tests/support/replays/replay.ts'
import { givenRowsEverywhere } from '#/tests/support/rows-everywhere.ts'
import {
  freshDigits,
  type GivenGemeente,
  givenGemeente,
  givenMember,
  givenSession,
  givenStaff,
} from '#/tests/support/world.ts'

const WITHDRAWN_FOR = { reason: 'Opgezegd per 1 december' }

async function agreementOf(portal: TestPortal, { id }: GivenGemeente): Promise<string> {
  const [row] = await portal.database.query<{ id: string }>(
    "SELECT id FROM agreement WHERE organisation_id = $1 AND kind = 'VECOZO'",
    [id],
  )
  if (!row) throw new Error('no agreement')
  return row.id
}

const registered = (kind: 'AANSLUITING' | 'VECOZO', other: 'AANSLUITING' | 'VECOZO'): Replay => ({
  of: 'registerAgreementAction',
  name: kind,
  event: 'agreement.registered',
  first: /\?gedaan=geregistreerd$/,
  again: /De overeenkomst is geregistreerd/,
  async arrange(portal) {
    const gemeente = await givenGemeente(portal.database, { agreements: [other] })
    return formAt(await deskBrowser(portal), `/servicedesk/gemeenten/${gemeente.id}`, 'registerAgreementAction', {
      kind,
      signedOn: '2026-01-15',
      documentReference: 'ZAAK-1',
    })
  },
})

/** What the servicedesk does, and who keeps the settings of a product. */
export const DESK_REPLAYS: readonly Replay[] = [
  {
    of: 'endStaffSessionAction',
    name: 'of another browser',
    event: 'session.ended',
    first: /\/servicedesk\/sessies\?gedaan=beeindigd$/,
    again: /De sessie is beëindigd/,
    async arrange(portal) {
      const staff = await givenStaff(portal.database)
      await givenSession(portal.database, staff)
      return formAt(await browserOf(portal, staff), '/servicedesk/sessies', 'endStaffSessionAction')
    },
  },
  {
    of: 'registerGemeenteAction',
    name: 'that is new',
    event: 'organisation.registered',
    first: /\/servicedesk\/gemeenten\/[0-9a-f-]{36}$/,
    again: /Er is al een gemeente met deze code/,
    async arrange(portal) {
      const numbers = { gemeenteCode: freshDigits(4), kvk: freshDigits(8), rsin: '' }
      const name = `Herhaaldam ${numbers.gemeenteCode}`
      return formAt(await deskBrowser(portal), '/servicedesk/gemeenten', 'registerGemeenteAction', { name, ...numbers })
    },
  },
  registered('AANSLUITING', 'VECOZO'),
  registered('VECOZO', 'AANSLUITING'),
  {
    of: 'withdrawAgreementAction',
    name: 'of a gemeente whose people are logged in',
    event: 'agreement.withdrawn',
    first: /\/servicedesk\/gemeenten\/[0-9a-f-]{36}$/,
    again: /Deze overeenkomst is al ingetrokken/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      await givenSession(portal.database, (await givenMember(portal.database, gemeente)).actor)
      const agreements = `/servicedesk/gemeenten/${gemeente.id}/overeenkomsten`
      const address = `${agreements}/${await agreementOf(portal, gemeente)}/intrekken`
      return formAt(await deskBrowser(portal), address, 'withdrawAgreementAction', WITHDRAWN_FOR)
    },
  },
  {
    of: 'changeSettingsAction',
    name: 'of a product',
    event: 'settings.changed',
    first: /De instellingen zijn opgeslagen/,
    again: /De instellingen zijn opgeslagen/,
    async arrange(portal) {
      const { actor } = await givenMember(portal.database, await givenGemeente(portal.database), {
        roles: { iwmo: 'PRODUCTBEHEERDER' },
      })
      return formAt(await browserOf(portal, actor), '/producten/iwmo/instellingen', 'changeSettingsAction', {
        notificationAddresses: 'wmo@testdam.example',
        retention: 'DAG_NA_OPHALEN',
      })
    },
  },
  {
    of: 'changeConnectionAction',
    name: 'of the software of a gemeente',
    event: 'settings.changed',
    first: /De koppeling is opgeslagen/,
    again: /De koppeling is opgeslagen/,
    async arrange(portal) {
      const { actor } = await givenMember(portal.database, await givenGemeente(portal.database), {
        roles: { ijw: 'PRODUCTBEHEERDER' },
      })
      return formAt(await browserOf(portal, actor), '/producten/ijw/instellingen', 'changeConnectionAction', {
        channel: 'PORTAAL',
        endpoint: 'https://93.184.216.34/ggk0210',
        certificate: '',
      })
    },
  },
  {
    of: 'changeSoortenAction',
    name: 'of a product',
    event: 'settings.changed',
    first: /De berichtsoorten zijn opgeslagen/,
    again: /De berichtsoorten zijn opgeslagen/,
    async arrange(portal) {
      const { actor } = await givenMember(portal.database, await givenGemeente(portal.database), {
        roles: { iwmo: 'PRODUCTBEHEERDER' },
      })
      return formAt(await browserOf(portal, actor), '/producten/iwmo/instellingen', 'changeSoortenAction', {
        actief: 'WMO301',
      })
    },
  },
  {
    of: 'restoreSettingsAction',
    name: 'of a product',
    event: 'settings.changed',
    first: /\/producten\/iwmo\/instellingen\?versie=3&teruggezet=1$/,
    again: /Versie 1 is teruggezet/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      const { actor } = await givenMember(portal.database, gemeente, { roles: { iwmo: 'PRODUCTBEHEERDER' } })
      await portal.database.query(
        `INSERT INTO product_settings (organisation_id, product, notification_addresses, retention, version, changed_by_name,
           changed_at, oin) VALUES ($1, 'iwmo', '{}', 'DAG_NA_OPHALEN', 2, 'x', now(), $2)`,
        [gemeente.id, '0'.repeat(20)],
      )
      await portal.database.query(
        `INSERT INTO product_settings_version VALUES ($1, 'iwmo', 1, jsonb_build_object('oin', $2::text), 'x', now())`,
        [gemeente.id, '0'.repeat(20)],
      )
      return formAt(await browserOf(portal, actor), '/producten/iwmo/instellingen', 'restoreSettingsAction', {})
    },
  },
  {
    of: 'askAddressAction',
    name: 'that is not confirmed yet',
    event: 'settings.address-asked',
    first: /De mail is opnieuw verstuurd/,
    again: /De mail is opnieuw verstuurd/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      const { actor } = await givenMember(portal.database, gemeente, { roles: { iwmo: 'PRODUCTBEHEERDER' } })
      await portal.database.query(
        "INSERT INTO notification_address VALUES (gen_random_uuid(), $1, 'iwmo', 'a@testdam.example', date_trunc('second', now()), NULL)",
        [gemeente.id],
      )
      return formAt(await browserOf(portal, actor), '/producten/iwmo/instellingen', 'askAddressAction', {})
    },
  },
  {
    of: 'testConnectionAction',
    name: 'where no web service is switched on',
    event: null,
    first: /Er is nog geen adres opgeslagen/,
    again: /Er is nog geen adres opgeslagen/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      const { actor } = await givenMember(portal.database, gemeente, { roles: { ijw: 'PRODUCTBEHEERDER' } })
      await portal.database.query(
        `INSERT INTO product_settings (organisation_id, product, notification_addresses, retention, version, changed_by_name,
           changed_at, endpoint) VALUES ($1, 'ijw', '{}', 'TWEE_MAANDEN', 1, 'x', now(), 'https://93.184.216.34/x')`,
        [gemeente.id],
      )
      return formAt(await browserOf(portal, actor), '/producten/ijw/instellingen', 'testConnectionAction', {})
    },
  },
  {
    of: 'consultRegisterAction',
    name: 'where no register is connected',
    event: null,
    first: /Het Wlz-register is in deze omgeving niet aangesloten/,
    again: /Het Wlz-register is in deze omgeving niet aangesloten/,
    async arrange(portal) {
      const { actor } = await givenMember(portal.database, await givenGemeente(portal.database), {
        roles: { 'wlz-registertoets': 'GEBRUIKER' },
      })
      return formAt(
        await browserOf(portal, actor),
        '/producten/wlz-registertoets/raadplegen',
        'consultRegisterAction',
        { bsn: '900000016', peildatum: '2026-02-02', grond: 'signaal' },
      )
    },
  },
  {
    of: 'changeSignalsAction',
    name: 'by who may',
    event: 'settings.changed',
    first: /De Wlz-signalen staan aan/,
    again: /De Wlz-signalen staan aan/,
    async arrange(portal) {
      const { actor } = await givenMember(portal.database, await givenGemeente(portal.database), {
        roles: { 'wlz-registertoets': 'PRODUCTBEHEERDER' },
      })
      const page = '/producten/wlz-registertoets/instellingen'
      return formAt(await browserOf(portal, actor), page, 'changeSignalsAction', { signals: 'AAN' })
    },
  },
  {
    of: 'showSignalBsnAction',
    name: 'whose content was deleted',
    event: null,
    first: /De inhoud van het toewijzingsbericht is verwijderd/,
    again: /De inhoud van het toewijzingsbericht is verwijderd/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      await givenRowsEverywhere(portal.database, gemeente)
      const { actor } = await givenMember(portal.database, gemeente, { roles: { 'wlz-registertoets': 'GEBRUIKER' } })
      const [signal] = await portal.database.query<{ id: string }>(
        'SELECT id FROM wlz_signal WHERE organisation_id = $1',
        [gemeente.id],
      )
      const page = `/producten/wlz-registertoets/signalen/${signal?.id}`
      return formAt(await browserOf(portal, actor), page, 'showSignalBsnAction', { reden: 'opzoeken', toelichting: '' })
    },
  },
]
