import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { TestPortal } from '#/tests/support/portal.ts'
import type { Visitor } from '#/tests/support/visitor.ts'
import { givenSignal } from '#/tests/support/wlz.ts'

// Every address of the portal, from the files that answer them: a new page without a row here fails the tests that visit
// every page.

const toPattern = (folder: string): string =>
  `/${folder
    .split('/')
    .filter((part) => part !== '.' && !part.startsWith('('))
    .join('/')}`

const patternsOf = (file: 'page.tsx' | 'route.ts'): string[] =>
  readdirSync(join(process.cwd(), 'app'), { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === file)
    .map((path) => toPattern(dirname(path)))
    .toSorted()

/** Things of Voorbeeldstad that addresses name. */
export type KnownIds = {
  readonly berichtId: string
  readonly memberId: string
  readonly gemeenteId: string
  readonly agreementId: string
  readonly managerId: string
  /** Received berichten that take an answer: a declaratie and a request. */
  readonly askedIds: readonly string[]
  /** A bericht that corrects an earlier one, and that one. */
  readonly correctionIds: readonly [string, string]
  /** A delivered bericht that was given up. */
  readonly parkedId: string
  readonly signalId: string
}

/** A WMO301 that Voorbeeldstad may send, under an identification of its own. */
export const someBericht = (identification: string): string =>
  readFileSync(join(process.cwd(), 'tests/fixtures/berichten/geldig/wmo301-twee-producten.xml'), 'utf8').replace(
    /(<(?:\w+:)?Identificatie>)[^<]*(<)/,
    `$1${identification}$2`,
  )

/** Lets a Gebruiker deliver one bericht over the HTTP interface; gives its id. */
export async function deliverOne(gebruiker: Visitor, identification: string): Promise<string> {
  const answer = await gebruiker.ask('/api/berichten/iwmo', {
    method: 'POST',
    headers: { 'content-type': 'application/xml', 'x-bestandsnaam': `${identification}.xml` },
    body: someBericht(identification),
  })
  if (answer.status !== 201) throw new Error(answer.text)
  return (JSON.parse(answer.text) as { id: string }).id
}

/** Has a delivered bericht given up, as the worker does after its last try; gives its id. */
export async function givenUp(portal: TestPortal, berichtId: string): Promise<string> {
  const { query } = portal.database
  await query("UPDATE bericht SET status = 'MISLUKT', sent_at = now() WHERE id = $1", [berichtId])
  await query("UPDATE dispatch SET parked_at = now(), attempts = 3, failure = 'http:503' WHERE bericht_id = $1", [
    berichtId,
  ])
  return berichtId
}

/** Lets everybody with a role have been told of everything, read and unread. */
async function givenInboxes({ database }: TestPortal, gemeenteId: string): Promise<void> {
  await database.query(
    `INSERT INTO notification (id, organisation_id, member_id, product, kind, amount, bericht_id, first_at, last_at, read_at)
     SELECT gen_random_uuid(), r.organisation_id, r.member_id, r.product, k, 7, NULL, now() - interval '1 day', now(), moment
     FROM member_role r, unnest(enum_range(NULL::"NotificationKind")) AS k, unnest(ARRAY [NULL, now()]) AS moment
     WHERE r.organisation_id = $1 AND (r.product <> 'wlz-registertoets' OR k IN ('INSTELLINGEN', 'CERTIFICAAT')) ON CONFLICT DO NOTHING`,
    [gemeenteId],
  )
}

/** Finds what the addresses name in the demo world. */
export async function knownIds(portal: TestPortal, berichtId: string): Promise<KnownIds> {
  const [row] = await portal.database.query<Omit<KnownIds, 'berichtId' | 'signalId'>>(
    `SELECT o.id AS "gemeenteId",
       (SELECT id FROM agreement WHERE organisation_id = o.id LIMIT 1) AS "agreementId",
       (SELECT id FROM member WHERE organisation_id = o.id AND is_manager LIMIT 1) AS "managerId",
       (SELECT id FROM member WHERE organisation_id = o.id AND NOT is_manager LIMIT 1) AS "memberId",
       ARRAY (SELECT DISTINCT ON (berichtsoort) id::text FROM bericht WHERE organisation_id = o.id AND product = 'iwmo'
         AND direction = 'ONTVANGEN' AND error_count = 0 AND awaits IS NOT NULL
         AND berichtsoort IN ('WMO315', 'WMO323')) AS "askedIds",
       (SELECT ARRAY [l.from_id::text, l.to_id::text] FROM bericht_link l JOIN bericht b ON b.id = l.from_id
         WHERE l.organisation_id = o.id AND l.kind = 'CORRECTIE' AND b.product = 'iwmo' LIMIT 1) AS "correctionIds",
       (SELECT id FROM bericht WHERE organisation_id = o.id AND product = 'iwmo' AND status = 'IN_WACHTRIJ' AND id <> $1
         ORDER BY created_at DESC LIMIT 1) AS "parkedId"
     FROM organisation o WHERE o.gemeente_code = '9901'`,
    [berichtId],
  )
  if (!row?.correctionIds || row.askedIds.length < 2)
    throw new Error('the demo world has no Voorbeeldstad, or nothing to answer in it')
  await givenUp(portal, row.parkedId)
  await givenInboxes(portal, row.gemeenteId)
  return { ...row, berichtId, signalId: await givenSignal(portal.database, { id: row.gemeenteId }, berichtId) }
}

const WITH_IDS: Readonly<Record<string, (ids: KnownIds) => string[]>> = {
  '/beheer/gebruikers/[id]': ({ memberId }) => [`/beheer/gebruikers/${memberId}`],
  '/beheer/gebruikers/[id]/blokkeren': ({ memberId }) => [`/beheer/gebruikers/${memberId}/blokkeren`],
  '/adres-bevestigen': () => ['/adres-bevestigen', '/adres-bevestigen?uitkomst=bevestigd'],
  '/geen-toegang/[reden]': () => ['/geen-toegang/niveau?code=ABCD1234', '/geen-toegang/inloggen-mislukt'],
  '/producten/[product]/berichten': () => ['/producten/iwmo/berichten', '/producten/ijw/berichten'],
  '/producten/[product]/berichten/weergaven': () => [
    '/producten/iwmo/berichten/weergaven',
    '/producten/iwmo/berichten/weergaven?status=BESCHIKBAAR&q=abc',
  ],
  '/producten/[product]/berichten/[berichtId]': ({ berichtId, parkedId }) => [
    `/producten/iwmo/berichten/${berichtId}`,
    `/producten/iwmo/berichten/${parkedId}`,
  ],
  '/producten/[product]/berichten/[berichtId]/inhoud': ({ berichtId }) => [
    `/producten/iwmo/berichten/${berichtId}/inhoud`,
  ],
  '/producten/[product]/berichten/[berichtId]/vergelijking': ({ correctionIds: [later, earlier] }) => [
    `/producten/iwmo/berichten/${later}/vergelijking?met=${earlier}`,
  ],
  '/producten/[product]/berichten/[berichtId]/xml': ({ berichtId }) => [
    `/producten/iwmo/berichten/${berichtId}/xml`,
    `/producten/iwmo/berichten/${berichtId}/xml?regel=12`,
  ],
  '/producten/[product]/berichten/[berichtId]/bsn': ({ berichtId }) => [
    `/producten/iwmo/berichten/${berichtId}/bsn?client=1`,
  ],
  '/producten/[product]/berichten/[berichtId]/beantwoorden': ({ askedIds }) =>
    askedIds.map((id) => `/producten/iwmo/berichten/${id}/beantwoorden`),
  '/producten/[product]/wacht-op-antwoord': () => [
    '/producten/iwmo/wacht-op-antwoord',
    '/producten/ijw/wacht-op-antwoord',
  ],
  '/producten/[product]/eigen-bijdrage': () => ['/producten/iwmo/eigen-bijdrage'],
  '/producten/[product]/berichten/[berichtId]/intrekken': ({ berichtId }) => [
    `/producten/iwmo/berichten/${berichtId}/intrekken`,
  ],
  '/producten/[product]/berichten/[berichtId]/opnieuw-verzenden': ({ parkedId }) => [
    `/producten/iwmo/berichten/${parkedId}/opnieuw-verzenden`,
  ],
  '/producten/[product]/berichten/zoeken': () => ['/producten/iwmo/berichten/zoeken'],
  '/producten/[product]/berichten/resultaat': () => ['/producten/iwmo/berichten/resultaat'],
  '/producten/[product]/raadplegen': () => ['/producten/wlz-registertoets/raadplegen'],
  '/producten/[product]/signalen': () => ['/producten/wlz-registertoets/signalen'],
  '/producten/[product]/signalen/[signaalId]': ({ signalId }) => [`/producten/wlz-registertoets/signalen/${signalId}`],
  '/producten/[product]/instellingen': () => [
    '/producten/iwmo/instellingen',
    '/producten/ijw/instellingen',
    '/producten/wlz-registertoets/instellingen',
  ],
  '/servicedesk/gemeenten/[id]': ({ gemeenteId }) => [`/servicedesk/gemeenten/${gemeenteId}`],
  '/servicedesk/gemeenten/[id]/overeenkomsten/[agreementId]/intrekken': ({ gemeenteId, agreementId }) => [
    `/servicedesk/gemeenten/${gemeenteId}/overeenkomsten/${agreementId}/intrekken`,
  ],
  '/servicedesk/gemeenten/[id]/rollen/[memberId]': ({ gemeenteId, managerId }) => [
    `/servicedesk/gemeenten/${gemeenteId}/rollen/${managerId}`,
  ],
  '/[...pad]': () => ['/bestaat-niet'],
  '/api/auth/[...nextauth]': () => ['/api/auth/session', '/api/auth/callback/kpn'],
  '/api/berichten/[product]': () => ['/api/berichten/iwmo', '/api/berichten/ijw'],
  '/api/berichten/[product]/formulier': () => ['/api/berichten/iwmo/formulier'],
  '/api/berichten/[product]/export': () => ['/api/berichten/iwmo/export?status=OPGEHAALD'],
  '/api/berichten/[product]/uploads': () => ['/api/berichten/iwmo/uploads'],
  '/api/berichten/[product]/uploads/[uploadId]': ({ berichtId }) => [`/api/berichten/iwmo/uploads/${berichtId}`],
  '/api/berichten/[product]/uploads/[uploadId]/aanleveren': ({ berichtId }) => [
    `/api/berichten/iwmo/uploads/${berichtId}/aanleveren`,
  ],
  '/api/berichten/[product]/ophalen': () => ['/api/berichten/iwmo/ophalen'],
  '/api/berichten/[product]/[berichtId]': ({ berichtId }) => [`/api/berichten/iwmo/${berichtId}`],
  '/api/berichten/[product]/[berichtId]/inhoud': ({ berichtId }) => [`/api/berichten/iwmo/${berichtId}/inhoud`],
  '/api/berichten/[product]/[berichtId]/intrekken': ({ berichtId }) => [`/api/berichten/iwmo/${berichtId}/intrekken`],
  '/api/[...onbekend]': () => ['/api/bestaat-niet', '/api/berichten/anders/x/y'],
}

function addressesOf(pattern: string, ids: KnownIds): string[] {
  if (!pattern.includes('[')) return [pattern]
  const row = WITH_IDS[pattern]
  if (!row) throw new Error(`tests/support/addresses.ts has no address for ${pattern}`)
  return row(ids)
}

/** An address of every page. */
export const everyPage = (ids: KnownIds): string[] =>
  patternsOf('page.tsx').flatMap((pattern) => addressesOf(pattern, ids))

/** An address of every call of the HTTP interface. */
export const everyCall = (ids: KnownIds): string[] =>
  patternsOf('route.ts').flatMap((pattern) => addressesOf(pattern, ids))
