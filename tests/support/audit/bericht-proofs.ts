import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { findAsked } from '#/lib/berichten/answering/find-asked.ts'
import { deleteExpiredBerichten } from '#/lib/berichten/delete-expired-content.ts'
import { exportList } from '#/lib/berichten/export/export-list.ts'
import { beginFetch, type FetchEnding, recordFetch } from '#/lib/berichten/fetch-content.ts'
import { rotateContentKeys } from '#/lib/berichten/keys/rotate-content-keys.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { compareBerichten } from '#/lib/berichten/reading/compare-berichten.ts'
import { readContent } from '#/lib/berichten/reading/read-content.ts'
import { showBsn } from '#/lib/berichten/reading/show-bsn.ts'
import { receiveFo01 } from '#/lib/berichten/receive-fo01.ts'
import { searchClient } from '#/lib/berichten/search/search-client.ts'
import { notePassedDeadlines } from '#/lib/berichten/terms/note-passed-deadlines.ts'
import { withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { ids } from '#/lib/platform/ids.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import type { Proof } from '#/tests/support/audit/proof.ts'
import { correctedToewijzing } from '#/tests/support/berichten/corrections.ts'
import { accepted, deliver, receive, received, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { readFixture } from '#/tests/support/berichten/fixtures.ts'
import type { TestDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const chain = systemActor('keten', 'test')
let number = 0
const nextIdentification = () => {
  number += 1
  return `A-${number}`
}

/** A Gebruiker of a gemeente of its own, and a bericht that waits to be sent. */
async function user(database: TestDatabase) {
  const gemeente = await givenGemeente(database)
  const { actor } = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
  const file = () => makeBericht('WMO301', { gemeenteCode: gemeente.code, identificatie: nextIdentification() })
  return { gemeente, actor, file }
}
async function sender(database: TestDatabase) {
  const { actor, file, gemeente } = await user(database)
  const bericht = accepted(await deliver(actor, file()))
  return { actor, gemeente, bericht, address: { product: 'iwmo', berichtId: bericht.id } as const }
}
type Sender = Awaited<ReturnType<typeof sender>>

const onBericht = (
  path: Proof['path'],
  event: Proof['events'][0],
  act: (given: Sender) => Promise<unknown>,
  row: object = {},
): Proof => ({
  path,
  events: [event],
  async arrange(database) {
    const given = await sender(database)
    const about = { object_kind: 'bericht', object_id: given.bericht.id, organisation_id: given.gemeente.id }
    return { actor: path.includes('fo01') ? chain : given.actor, act: () => act(given), row: { ...about, ...row } }
  },
})
const content = ({ address, bericht }: Sender) =>
  ({ ...address, berichtsoort: 'WMO301', sha256: bericht.sha256, form: 'bericht' }) as const
const fetching = (event: Proof['events'][0], ending: FetchEnding, result: string): Proof =>
  onBericht(
    'lib/berichten/fetch-content.ts#recordFetch',
    event,
    (given) => recordFetch(given.actor, { ...content(given), ending }),
    { result },
  )

const faultOn = (crossRefnummer: string, gemeenteCode: string) => ({
  berichtcode: 'Fo01' as const,
  zender: { organisatie: 'VECOZO', applicatie: 'VECOZOWebservice', administratie: null },
  ontvanger: { organisatie: gemeenteCode },
  referentienummer: ids.referentienummer(),
  tijdstipBericht: '20260103102000',
  crossRefnummer,
  fout: { code: 'IB010', plek: 'client' as const, omschrijving: 'AGB-code onjuist', details: null },
})

const delivering = (event: Proof['events'][0], bytes: (actor: MemberActor, good: Buffer) => Buffer): Proof => ({
  path: 'lib/berichten/deliver-bericht.ts#deliverBericht',
  events: [event],
  async arrange(database) {
    const { actor, file, gemeente } = await user(database)
    return {
      actor,
      act: () => deliver(actor, bytes(actor, file())),
      row: { object_kind: 'bericht', organisation_id: gemeente.id },
    }
  },
})

/** What happens to berichten. */
export const BERICHT_PROOFS: readonly Proof[] = [
  onBericht('lib/berichten/reading/begin-reading.ts#beginReading', 'bericht.content-read', ({ actor, address }) =>
    readContent(actor, address, { skip: 0, take: 1 }, AbortSignal.timeout(10_000)),
  ),
  {
    path: 'lib/berichten/reading/compare-berichten.ts#compareBerichten',
    events: ['bericht.content-read'],
    async arrange(database) {
      const { actor, gemeente } = await user(database)
      const [earlier, later] = await correctedToewijzing(actor, gemeente.code)
      const words = { locale: 'nl', t: translator('nl', 'berichten') } as const
      const address = { product: 'iwmo', berichtId: later } as const
      return {
        actor,
        act: () => compareBerichten(actor, address, earlier, words, AbortSignal.timeout(10_000)),
        row: { object_kind: 'bericht', object_id: later, organisation_id: gemeente.id },
      }
    },
  },
  onBericht('lib/berichten/reading/show-bsn.ts#showBsn', 'bericht.bsn-shown', ({ actor, address }) =>
    showBsn(actor, { ...address, client: 1, reden: 'fout', toelichting: '' }, AbortSignal.timeout(10_000)),
  ),
  delivering('bericht.delivered', (_actor, good) => good),
  delivering('bericht.rejected', () => readFixture('fout', 'wmo305-afgekapt.xml')),
  onBericht('lib/berichten/read-bericht.ts#readBericht', 'bericht.read', ({ actor, address }) =>
    readBericht(actor, address),
  ),
  onBericht('lib/berichten/fetch-content.ts#beginFetch', 'bericht.fetch-begun', (given) =>
    beginFetch(given.actor, { ...content(given), range: null }),
  ),
  fetching('bericht.fetched', 'whole', 'ok'),
  fetching('bericht.fetched-part', 'part', 'ok'),
  fetching('bericht.fetch-broken', 'broken', 'error'),
  onBericht('lib/berichten/withdraw-bericht.ts#withdrawBericht', 'bericht.withdrawn', ({ actor, address }) =>
    withdrawBericht(actor, { ...address, reason: 'Vergissing' }),
  ),
  onBericht(
    'lib/berichten/receive-fo01.ts#receiveFo01',
    'bericht.fault-received',
    ({ gemeente, bericht }) =>
      receiveFo01(chain, {
        organisationId: gemeente.id,
        header: faultOn(bericht.referentienummer ?? '', gemeente.code),
      }),
    { reason_code: 'IB010' },
  ),
  {
    path: 'lib/berichten/receive-fo01.ts#receiveFo01',
    events: ['bericht.fault-unknown'],
    async arrange(database) {
      const gemeente = await givenGemeente(database)
      const header = faultOn('00000000-0000-4000-8000-00000000ffff', gemeente.code)
      const act = () => receiveFo01(chain, { organisationId: gemeente.id, header })
      return { actor: chain, act, row: { organisation_id: gemeente.id, reason_code: 'IB010' } }
    },
  },
  {
    path: 'lib/berichten/receive-bericht.ts#receiveBericht',
    events: ['bericht.received'],
    async arrange(database) {
      const gemeente = await givenGemeente(database)
      const bytes = makeBericht('WMO305', { gemeenteCode: gemeente.code, identificatie: nextIdentification() })
      return { actor: chain, act: () => receive(gemeente.id, bytes), row: { organisation_id: gemeente.id } }
    },
  },
  {
    path: 'lib/berichten/export/export-list.ts#exportList',
    events: ['bericht.list-exported'],
    async arrange(database) {
      const { actor, gemeente } = await user(database)
      return {
        actor,
        act: () => exportList(actor, { product: 'iwmo' }, untilDone()),
        row: { object_kind: 'organisation', object_id: gemeente.id, organisation_id: gemeente.id },
      }
    },
  },
  {
    path: 'lib/berichten/search/search-client.ts#searchClient',
    events: ['bericht.client-searched'],
    async arrange(database) {
      const { actor, gemeente } = await user(database)
      return {
        actor,
        act: () => searchClient(actor, { product: 'iwmo', bsn: '900000016' }),
        row: {
          object_kind: 'organisation',
          object_id: gemeente.id,
          subject_kind: 'client',
          organisation_id: gemeente.id,
        },
      }
    },
  },
  {
    path: 'lib/berichten/answering/find-asked.ts#findAsked',
    events: ['bericht.content-read'],
    async arrange(database) {
      const { actor, gemeente } = await user(database)
      const bytes = makeBericht('WMO305', { gemeenteCode: gemeente.code, identificatie: nextIdentification() })
      const { id: berichtId } = await received(gemeente.id, bytes)
      return {
        actor,
        act: () => findAsked(actor, { product: 'iwmo', berichtId }),
        row: { object_kind: 'bericht', object_id: berichtId, organisation_id: gemeente.id },
      }
    },
  },
  {
    path: 'lib/berichten/keys/rotate-content-keys.ts#rotateContentKeys',
    events: ['content.rotation-begun', 'content.rotation-ended'],
    async arrange() {
      return { actor: chain, act: () => rotateContentKeys(chain, untilDone()), row: { organisation_id: null } }
    },
  },
  {
    path: 'lib/berichten/delete-expired-content.ts#deleteExpiredBerichten',
    events: ['bericht.content-deleted'],
    async arrange(database) {
      const { actor, address, gemeente, bericht } = await sender(database)
      await withdrawBericht(actor, { ...address, reason: null })
      await database.query("UPDATE bericht SET created_at = created_at - interval '3 months' WHERE id = $1", [
        bericht.id,
      ])
      return {
        actor: chain,
        act: () => deleteExpiredBerichten(chain, untilDone()),
        row: { organisation_id: gemeente.id, object_id: bericht.id },
      }
    },
  },
  {
    path: 'lib/berichten/terms/note-passed-deadlines.ts#notePassedDeadlines',
    events: ['bericht.deadline-passed'],
    async arrange(database) {
      const gemeente = await givenGemeente(database)
      const bytes = makeBericht('WMO305', { gemeenteCode: gemeente.code, identificatie: nextIdentification() })
      const { bericht } = await receive(gemeente.id, bytes)
      await database.query('UPDATE bericht SET deadline_on = deadline_on - 30 WHERE id = $1', [bericht.id])
      return {
        actor: chain,
        act: () => notePassedDeadlines(chain, untilDone()),
        row: { organisation_id: gemeente.id, object_id: bericht.id },
      }
    },
  },
]
