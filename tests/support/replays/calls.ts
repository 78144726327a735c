import { randomUUID } from 'node:crypto'
import { deliverOne, givenUp, someBericht } from '#/tests/support/addresses.ts'
import type { TestPortal } from '#/tests/support/portal.ts'
import { browserOf, deskBrowser, formAt, type Replay, type Sending, until } from '#/tests/support/replays/replay.ts'
import { Visitor } from '#/tests/support/visitor.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

let lastNumber = 0
const freshIdentification = (): string => {
  lastNumber += 1
  return `HERHAALD-${lastNumber}`
}

const logins = new WeakMap<TestPortal, Promise<Visitor>>()

/** Somebody of the gemeente of the fixtures, who may deliver. */
function gebruiker(portal: TestPortal): Promise<Visitor> {
  const visitor = new Visitor(portal)
  const known = logins.get(portal) ?? visitor.logIn('jansen').then(() => visitor)
  logins.set(portal, known)
  return known
}

async function anybody(portal: TestPortal): Promise<Visitor> {
  return browserOf(portal, (await givenMember(portal.database, await givenGemeente(portal.database))).actor)
}

const UPLOADS = '/api/berichten/iwmo/uploads'
const metadata = (pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join()
const beginning = (length: string, key: string) => ({
  'tus-resumable': '1.0.0',
  'upload-length': length,
  'upload-metadata': metadata({ filename: `${key}.xml`, filetype: 'application/xml', key }),
})

const posting = (
  visitor: Visitor,
  address: string,
  body: BodyInit = '',
  headers: Record<string, string> = {},
): Sending => ({
  visitor,
  send: () => visitor.copy().ask(address, { method: 'POST', body, headers }),
})

const login = (name: string, fields: Readonly<Record<string, string>>): Replay => ({
  of: 'POST /api/inloggen',
  name,
  event: null,
  first: /^http:\/\/localhost:\d+\/\S*\/auth\?/,
  again: /^http:\/\/localhost:\d+\/\S*\/auth\?/,
  arrange: async (portal) => posting(new Visitor(portal), '/api/inloggen', new URLSearchParams(fields)),
})

function uploadForm(content: string): FormData {
  const form = new FormData()
  form.append('bestanden', new File([content], 'herhaald.xml', { type: 'text/xml' }))
  return form
}

/** The form that answers a received bericht of the demo world. */
const answer = (of: string, soorten: readonly string[], typed: Readonly<Record<string, string>> = {}): Replay => ({
  of,
  name: `on a ${soorten.join(' or ')}`,
  event: 'bericht.delivered',
  first: /\?beantwoord$/,
  again: /(?:al gegeven|al gemeld)/,
  async arrange(portal) {
    const [row] = await portal.database.query<{ id: string }>(
      `SELECT b.id FROM bericht b JOIN organisation o ON o.id = b.organisation_id
       WHERE o.gemeente_code = '9901' AND b.direction = 'ONTVANGEN' AND b.berichtsoort = ANY ($1) AND b.awaits IS NOT NULL
         AND NOT EXISTS (SELECT FROM bericht_link l WHERE l.to_id = b.id)
       LIMIT 1`,
      [soorten],
    )
    return formAt(await gebruiker(portal), `/producten/iwmo/berichten/${row?.id}/beantwoorden`, of, typed)
  },
})

/** What the routes answer: the forms of pages that are posted to one, and what scripts and software post. */
export const CALL_REPLAYS: readonly Replay[] = [
  login('at a makelaar', { makelaar: 'kpn', terug: '/dashboard' }),
  login('of the servicedesk', { makelaar: 'servicedesk' }),
  {
    of: 'POST /api/adres-bevestigen',
    name: 'with a link that nobody made',
    event: null,
    first: /\/adres-bevestigen\?uitkomst=ongeldig$/,
    again: /Deze link werkt niet \(meer\)/,
    arrange: async (portal) =>
      posting(
        new Visitor(portal),
        '/api/adres-bevestigen',
        new URLSearchParams({ adres: randomUUID(), code: '0'.repeat(64) }),
      ),
  },
  {
    of: 'POST /api/uitloggen',
    name: 'from any page',
    event: 'logout.user',
    first: /\/uitgelogd$/,
    again: /U bent uitgelogd/,
    arrange: async (portal) => posting(await anybody(portal), '/api/uitloggen'),
  },
  {
    of: 'POST /api/berichten/[product]/formulier',
    name: 'with one file',
    event: 'bericht.delivered',
    first: /\/producten\/iwmo\/berichten\/resultaat\?/,
    again: /herhaald\.xml/,
    arrange: async (portal) =>
      posting(await gebruiker(portal), '/api/berichten/iwmo/formulier', uploadForm(someBericht(freshIdentification()))),
  },
  {
    of: 'withdrawBerichtAction',
    name: 'that waits to be sent',
    event: 'bericht.withdrawn',
    first: /\?ingetrokken$/,
    again: /Ingetrokken/,
    async arrange(portal) {
      const visitor = await gebruiker(portal)
      const berichtId = await deliverOne(visitor, freshIdentification())
      const reason = { reason: 'Verkeerde cliënt' }
      return formAt(visitor, `/producten/iwmo/berichten/${berichtId}/intrekken`, 'withdrawBerichtAction', reason)
    },
  },
  {
    of: 'resendBerichtAction',
    name: 'that was given up',
    event: 'bericht.resent',
    first: /\?opnieuw$/,
    again: /Wacht op verzending/,
    async arrange(portal) {
      const visitor = await gebruiker(portal)
      const berichtId = await givenUp(portal, await deliverOne(visitor, freshIdentification()))
      return formAt(visitor, `/producten/iwmo/berichten/${berichtId}/opnieuw-verzenden`, 'resendBerichtAction', {})
    },
  },
  {
    of: 'orderResendAction',
    name: 'that was given up',
    event: 'chain.resend-ordered',
    first: /verzendt het bericht opnieuw/,
    again: /is al opnieuw verzonden, of staat niet meer in de lijst/,
    async arrange(portal) {
      const berichtId = await givenUp(portal, await deliverOne(await gebruiker(portal), freshIdentification()))
      const form = await formAt(await deskBrowser(portal), '/servicedesk/keten', 'orderResendAction', { berichtId })
      // Nothing is left to send: the worker finds that out and takes it off the list.
      await portal.database.query('UPDATE bericht SET storage_key = NULL WHERE id = $1', [berichtId])
      const places = () => portal.database.query('SELECT FROM dispatch WHERE bericht_id = $1', [berichtId])
      return { ...form, settled: () => until(async () => (await places()).length === 0) }
    },
  },
  {
    of: 'saveViewAction',
    name: 'of a filter',
    event: null,
    first: /\?status=MISLUKT$/,
    again: /al een weergave met deze naam/,
    arrange: async (portal) =>
      formAt(await gebruiker(portal), '/producten/iwmo/berichten/weergaven?status=MISLUKT', 'saveViewAction', {
        naam: freshIdentification(),
      }),
  },
  {
    of: 'removeViewAction',
    name: 'of an own view',
    event: null,
    first: /\?gedaan=verwijderd$/,
    again: /Deze weergave is er niet meer/,
    async arrange(portal) {
      const visitor = await gebruiker(portal)
      const saving = await formAt(visitor, '/producten/iwmo/berichten/weergaven?status=MISLUKT', 'saveViewAction', {
        naam: freshIdentification(),
      })
      await saving.send()
      return formAt(visitor, '/producten/iwmo/berichten/weergaven', 'removeViewAction')
    },
  },
  {
    of: 'showBsnAction',
    name: 'of the first client',
    event: null,
    first: /\b[0-9]{9}\b/,
    again: /\b[0-9]{9}\b/,
    async arrange(portal) {
      const visitor = await gebruiker(portal)
      const berichtId = await deliverOne(visitor, freshIdentification())
      return formAt(visitor, `/producten/iwmo/berichten/${berichtId}/bsn?client=1`, 'showBsnAction', { reden: 'fout' })
    },
  },
  {
    of: 'searchClientAction',
    name: 'for a client',
    // Looking twice is two looks, and the log has both.
    event: null,
    first: /\/producten\/iwmo\/berichten\?client=/,
    again: /Gezocht op bsn/,
    arrange: async (portal) =>
      formAt(await gebruiker(portal), '/producten/iwmo/berichten/zoeken', 'searchClientAction', { bsn: '900000016' }),
  },
  answer('answerRetourAction', ['WMO305', 'WMO307'], { oordeel: 'goed' }),
  answer('answerRequestAction', ['WMO315', 'WMO317'], { antwoord: '2' }),
  answer('answerDeclarationAction', ['WMO323'], { oordeel: 'alles' }),
  {
    of: 'POST /api/berichten/[product]',
    name: 'with a key of its own',
    event: 'bericht.delivered',
    first: /"id"/,
    again: /"id"/,
    callStatus: 201,
    arrange: async (portal) => {
      const headers = { 'content-type': 'application/xml', 'idempotency-key': freshIdentification() }
      return posting(await gebruiker(portal), '/api/berichten/iwmo', someBericht(freshIdentification()), headers)
    },
  },
  {
    of: 'POST /api/berichten/[product]/uploads',
    name: 'of a file that comes in parts',
    event: null,
    first: /^$/,
    again: /^$/,
    callStatus: 201,
    arrange: async (portal) => posting(await gebruiker(portal), UPLOADS, '', beginning('1', freshIdentification())),
  },
  {
    of: 'POST /api/berichten/[product]/uploads/[uploadId]/aanleveren',
    name: 'of a file that came in parts',
    event: 'bericht.delivered',
    first: /"id"/,
    again: /"id"/,
    callStatus: 201,
    async arrange(portal) {
      const visitor = await gebruiker(portal)
      const bericht = someBericht(freshIdentification())
      const headers = {
        ...beginning(String(Buffer.byteLength(bericht)), freshIdentification()),
        'content-type': 'application/offset+octet-stream',
      }
      const { location } = await visitor.ask(UPLOADS, { method: 'POST', headers, body: Buffer.from(bericht) })
      return posting(visitor, `${location}/aanleveren`)
    },
  },
  {
    of: 'POST /api/berichten/[product]/[berichtId]/intrekken',
    name: 'by software',
    event: 'bericht.withdrawn',
    first: /"INGETROKKEN"/,
    again: /NIET_IN_TE_TREKKEN/,
    callStatus: 409,
    async arrange(portal) {
      const visitor = await gebruiker(portal)
      const berichtId = await deliverOne(visitor, freshIdentification())
      return posting(visitor, `/api/berichten/iwmo/${berichtId}/intrekken`, '{"reden":"dubbel"}')
    },
  },
  {
    of: 'POST /api/berichten/[product]/ophalen',
    name: 'of what the gemeente delivered',
    event: null,
    // The beginning of a zip.
    first: /^PK/,
    again: /^PK/,
    callStatus: 200,
    async arrange(portal) {
      const visitor = await gebruiker(portal)
      const ids = await deliverOne(visitor, freshIdentification())
      return posting(visitor, '/api/berichten/iwmo/ophalen', new URLSearchParams({ ids }))
    },
  },
  {
    of: 'POST /api/sessie/verlengen',
    name: 'by the script of a page',
    event: null,
    first: /idleEndsAt/,
    again: /idleEndsAt/,
    callStatus: 200,
    arrange: async (portal) => posting(await anybody(portal), '/api/sessie/verlengen'),
  },
]
