import { DRAFT_FIELD } from '#/app/_ui/frame/viewer.ts'
import type { MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { holds } from '#/lib/access/authorise.ts'
import { PROFILE_DRAFT } from '#/lib/onboarding/profile/schema.ts'
import { ACTION_ROWS, CALL_ROWS } from '#/tests/architecture/roles-matrix/matrix.ts'
import { actionForm, actionId } from '#/tests/support/action-ids.ts'
import { actsOn } from '#/tests/support/acts.ts'
import { type ForeignThings, givenForeignThings, nothingAtAll } from '#/tests/support/foreign-things.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { BY_WORKERS, snapshot } from '#/tests/support/snapshot.ts'
import { type Answer, Visitor } from '#/tests/support/visitor.ts'
import {
  type GivenGemeente,
  givenGemeente,
  givenMember,
  givenSession,
  givenStaff,
  type MemberOptions,
} from '#/tests/support/world.ts'

const portal = testPortal()
const { database } = portal

const MEMBERS = {
  user: { roles: { iwmo: 'GEBRUIKER', 'wlz-registertoets': 'GEBRUIKER' } },
  keeper: { roles: { iwmo: 'PRODUCTBEHEERDER', 'wlz-registertoets': 'PRODUCTBEHEERDER' } },
  manager: { isManager: true },
  'without role': {},
  'in PROFIEL': { state: 'PROFIEL', isManager: true, roles: { iwmo: 'GEBRUIKER' } },
  'in VERIFICATIE': { state: 'VERIFICATIE', isManager: true, roles: { iwmo: 'GEBRUIKER' } },
  'in OPNIEUW_INLOGGEN': { state: 'OPNIEUW_INLOGGEN', isManager: true, roles: { iwmo: 'GEBRUIKER' } },
  blocked: { state: 'GEBLOKKEERD', isManager: true, roles: { iwmo: 'GEBRUIKER' } },
} as const satisfies Readonly<Record<string, MemberOptions>>
const NOBODIES = ['not logged in', 'logged out', 'of a forged cookie'] as const
type Who = keyof typeof MEMBERS | 'staff' | (typeof NOBODIES)[number]
const EVERYBODY: readonly Who[] = [...(Object.keys(MEMBERS) as (keyof typeof MEMBERS)[]), 'staff', ...NOBODIES]

type Somebody = { readonly actor: MemberActor | StaffActor | null; readonly visitor: Visitor }
const people = new Map<Who, Somebody>()
let home: GivenGemeente
let foreign: ForeignThings

async function loggedIn(actor: MemberActor | StaffActor): Promise<Somebody> {
  const { token } = await givenSession(database, actor)
  return { actor, visitor: new Visitor(portal).holding(token) }
}

beforeAll(async () => {
  home = await givenGemeente(database, { name: 'Rollendam' })
  for (const [who, options] of Object.entries(MEMBERS))
    people.set(who as Who, await loggedIn((await givenMember(database, home, options)).actor))
  people.set('staff', await loggedIn(await givenStaff(database)))
  const { visitor } = await loggedIn((await givenMember(database, home, MEMBERS.manager)).actor)
  await visitor.copy().post('/api/uitloggen')
  people.set('logged out', { actor: null, visitor })
  people.set('not logged in', { actor: null, visitor: new Visitor(portal) })
  people.set('of a forged cookie', { actor: null, visitor: new Visitor(portal).holding('A'.repeat(43)) })
  foreign = await givenForeignThings(database)
  // The first request of a session leaves rows of its own: where it came from, or that it is over.
  for (const { visitor } of people.values()) await visitor.copy().ask('/api/berichten/iwmo')
}, 60_000)

function somebody(who: Who): Somebody {
  const found = people.get(who)
  if (!found) throw new Error(`nobody is ${who}`)
  return found
}

/** Somebody of the same kind who has done nothing yet. */
async function another(who: Who): Promise<Somebody> {
  const options = Object.entries(MEMBERS).find(([name]) => name === who)?.[1]
  return options ? loggedIn((await givenMember(database, home, options)).actor) : somebody(who)
}

/** Staff work for every gemeente: to them only what is not there is out of reach. */
const thingsFor = (who: Who): ForeignThings => (who === 'staff' ? nothingAtAll(foreign.gemeenteCode) : foreign)

/** A page that the gate opens for this person. Next finds the page of an action by itself, wherever it is posted. */
function ownPage({ actor }: Somebody): string {
  if (actor?.kind === 'staff') return '/servicedesk/gemeenten'
  if (actor?.state === 'PROFIEL') return '/persoonlijke-instellingen'
  return actor?.state === 'VERIFICATIE' ? '/verificatie' : '/dashboard'
}

/** Whether the gate lets this person through to a page. */
function passes({ actor }: Somebody, page: string): boolean {
  if (!actor) return false
  if (actor.kind === 'staff') return page.startsWith('/servicedesk/')
  if (actor.state === 'ACTIEF') return page !== '/verificatie'
  return page === { PROFIEL: '/persoonlijke-instellingen', VERIFICATIE: '/verificatie' }[String(actor.state)]
}

/** Whether the session of this person still lives. */
const isIn = ({ actor }: Somebody): boolean =>
  actor !== null && (actor.kind === 'staff' || actor.state !== 'GEBLOKKEERD')

/**
 * What became of an action: the status of the answer, or the one that stands in what a script reads. Where Next asks the
 * action's own page and is sent away by the gate, a script reads an empty object.
 */
function outcomeOf({ status, headers, text }: Answer): number {
  const refused = /NEXT_HTTP_ERROR_FALLBACK;(\d{3})/.exec(text)?.[1]
  if (refused) return Number(refused)
  return headers.has('x-action-redirect') || text === '{}' ? 303 : status
}

/** What is in the database, and what the log has of changes. Reading, and being refused, leave rows of their own. */
async function stateOf(): Promise<unknown> {
  const { jobs: _, ...tables } = await snapshot(database, 'audit_event', ...BY_WORKERS)
  const events = await database.query(
    `SELECT event, count(*)::int AS count FROM audit_event
     WHERE result = 'ok' AND event !~ '\\.(read|listed)$' GROUP BY 1 ORDER BY 1`,
  )
  return { tables, events }
}

/** Runs the work and expects that it changed nothing. */
async function expectNoChange(work: () => Promise<void>): Promise<void> {
  const before = await stateOf()
  await work()
  expect(await stateOf()).toEqual(before)
}

test('every action of the matrix is tried', () => {
  expect(Object.keys(actsOn(nothingAtAll('0000'))).toSorted()).toEqual(Object.keys(ACTION_ROWS).toSorted())
})

// Guards issue 2 item 12, ASVS 8.2.1 and 8.2.2: an action is an address. Whoever knows its id can post it to any page that
// the gate opens for them, with the ids of another gemeente in it.
describe.each(Object.entries(ACTION_ROWS))('%s', (action, asks) => {
  const isHeldBy = ({ actor }: Somebody) =>
    actor !== null && asks.some((one) => holds(actor, one, one.startsWith('wlz.') ? 'wlz-registertoets' : 'iwmo'))

  const actOf = (who: Who) => {
    const act = actsOn(thingsFor(who))[action]
    if (!act) throw new Error(`no act for ${action}`)
    return act
  }
  const byScript = (who: Who, person: Somebody): Promise<Answer> =>
    person.visitor.copy().ask(ownPage(person), {
      method: 'POST',
      headers: { 'next-action': actionId(action), accept: 'text/x-component' },
      body: actionForm(actOf(who).fields),
    })
  const withoutScript = (who: Who, person: Somebody): Promise<Answer> => {
    const { page, fields } = actOf(who)
    const body = new FormData()
    body.append('$ACTION_REF_1', '')
    body.append('$ACTION_1:0', JSON.stringify({ id: actionId(action), bound: '$@1' }))
    body.append('$ACTION_1:1', '[{"kind":"idle"}]')
    body.append('$ACTION_KEY', 'k1')
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return person.visitor.copy().ask(page, { method: 'POST', body })
  }

  it('is refused to whoever the matrix does not name, and changes nothing', async () => {
    await expectNoChange(async () => {
      for (const who of EVERYBODY.filter((name) => !isHeldBy(somebody(name)))) {
        const answers = [await byScript(who, somebody(who)), await withoutScript(who, somebody(who))]
        const expected = passes(somebody(who), actOf(who).page) ? 403 : 303
        expect([who, ...answers.map(outcomeOf)]).toEqual([who, expected, expected])
        for (const { text } of answers) expect(text).not.toMatch(/Geheim|Vreemddam/)
      }
    })
  })

  it('does nothing to another gemeente for who may do it at home', async () => {
    const holders = EVERYBODY.filter((name) => isHeldBy(somebody(name)))
    expect(holders).not.toEqual([])
    for (const who of holders) {
      const before = await rowsOf(foreign.organisationId)
      const { page, toHolder } = actOf(who)
      const isOfAThing = /[0-9a-f]{8}-/.test(page)
      const answers = [await byScript(who, await another(who)), await withoutScript(who, await another(who))]
      // A profile that is saved for the first time leads on.
      const outcomes = answers.map(outcomeOf).map((outcome) => (outcome === 303 ? 200 : outcome))
      expect([who, ...outcomes]).toEqual([who, toHolder, isOfAThing ? 404 : toHolder])
      if (who !== 'staff') for (const { text } of answers) expect(text).not.toMatch(/Geheim|Vreemddam/)
      expect(await rowsOf(foreign.organisationId)).toEqual(before)
    }
  })
})

/** Everything that the database has of one gemeente. */
async function rowsOf(organisationId: string): Promise<unknown> {
  const tables = await database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns c JOIN pg_tables t ON t.tablename = c.table_name
     WHERE c.table_schema = 'public' AND t.schemaname = 'public' AND column_name = 'organisation_id'
       AND table_name <> ALL ($1) ORDER BY 1`,
    [BY_WORKERS],
  )
  const parts = tables.map(
    ({
      name,
    }) => `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(to_jsonb(t)::text, ',' ORDER BY t)), '')
      AS digest FROM "${name}" t WHERE organisation_id = $1`,
  )
  return database.query(parts.join(' UNION ALL '), [organisationId])
}

const withIds = (address: string) =>
  address
    .replace('[product]', 'iwmo')
    .replace('[berichtId]', foreign.berichtId)
    .replace('[uploadId]', foreign.uploadId)
    .replace('[...nextauth]', 'session')

// What a call needs beside its address; it stands in the way of who may call, and of nobody else.
type CallBody = { readonly body: () => BodyInit; readonly toHolder: number }
const CALL_BODIES: Readonly<Record<string, CallBody>> = {
  'POST /api/sessie/concept': {
    body: () => new URLSearchParams({ [DRAFT_FIELD]: PROFILE_DRAFT, lastName: 'x' }),
    toHolder: 204,
  },
  'POST /api/sessie/verlengen': { body: () => '', toHolder: 200 },
  'POST /api/berichten/[product]': { body: () => 'geen xml', toHolder: 415 },
  'POST /api/berichten/[product]/formulier': { body: () => 'geen formulier', toHolder: 415 },
  'POST /api/berichten/[product]/uploads': { body: () => '', toHolder: 412 },
  'POST /api/berichten/[product]/uploads/[uploadId]/aanleveren': { body: () => '', toHolder: 404 },
  'POST /api/berichten/[product]/ophalen': {
    body: () => new URLSearchParams({ ids: foreign.berichtId }),
    toHolder: 404,
  },
  'POST /api/berichten/[product]/[berichtId]/intrekken': { body: () => '', toHolder: 404 },
}
const posts = Object.entries(CALL_ROWS).filter(([call, asks]) => call.startsWith('POST ') && asks !== 'open')

test('every POST of the matrix that asks for something is tried', () => {
  expect(Object.keys(CALL_BODIES).toSorted()).toEqual(posts.map(([call]) => call).toSorted())
})

describe.each(posts)('%s', (call, asks) => {
  it('answers everybody as the matrix says, with the id of another gemeente, and changes nothing', async () => {
    const { body, toHolder } = CALL_BODIES[call] ?? { body: () => '', toHolder: 0 }
    const isHeldBy = (person: Somebody) =>
      isIn(person) &&
      person.actor !== null &&
      (asks === 'session' || (asks !== 'open' && holds(person.actor, asks, 'iwmo')))
    const ask = async (who: Who, person: Somebody, status: number) => {
      const answer = await person.visitor
        .copy()
        .ask(withIds(call.split(' ')[1] ?? ''), { method: 'POST', body: body() })
      expect([who, answer.status]).toEqual([who, status])
      if (status !== 204) expect(answer.headers.get('content-type')).toMatch(/^application\/(?:problem\+)?json/)
    }
    await expectNoChange(async () => {
      for (const who of EVERYBODY.filter((name) => !isHeldBy(somebody(name))))
        await ask(who, somebody(who), isIn(somebody(who)) ? 403 : 401)
    })
    const before = await rowsOf(foreign.organisationId)
    for (const who of EVERYBODY.filter((name) => isHeldBy(somebody(name)))) await ask(who, await another(who), toHolder)
    expect(await rowsOf(foreign.organisationId)).toEqual(before)
  })
})

describe.each(['GET', 'HEAD'])('%s with the id of another gemeente', (method) => {
  const addresses = () => [
    `/api/berichten/iwmo/${foreign.berichtId}`,
    `/api/berichten/iwmo/${foreign.berichtId}/inhoud`,
    `/producten/iwmo/berichten/${foreign.berichtId}`,
    `/producten/iwmo/berichten/${foreign.berichtId}/intrekken`,
    `/producten/iwmo/berichten/${foreign.berichtId}/opnieuw-verzenden`,
    `/beheer/gebruikers/${foreign.memberId}`,
    `/beheer/gebruikers/${foreign.memberId}/blokkeren`,
    `/servicedesk/gemeenten/${foreign.organisationId}`,
    `/servicedesk/gemeenten/${foreign.organisationId}/rollen/${foreign.managerId}`,
    `/servicedesk/gemeenten/${foreign.organisationId}/overeenkomsten/${foreign.agreementId}/intrekken`,
  ]

  it('shows nothing to anybody of a gemeente, and changes nothing', async () => {
    await expectNoChange(async () => {
      for (const who of EVERYBODY.filter((name) => name !== 'staff'))
        for (const address of addresses()) {
          const answer = await somebody(who).visitor.copy().ask(address, { method })
          expect([who, address, [303, 401, 403, 404]]).toEqual([who, address, expect.arrayContaining([answer.status])])
          expect(answer.text).not.toMatch(/Geheim|Vreemddam/)
        }
    })
  })
})
