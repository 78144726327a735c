import { Client, DatabaseError } from 'pg'
import { v7 } from 'uuid'
import { inTransaction } from '#/lib/platform/db/client.ts'
import type { Realm } from '#/lib/platform/db/realm.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenRowsEverywhere } from '#/tests/support/rows-everywhere.ts'
import { type GivenGemeente, givenGemeente, givenMember, givenStaff } from '#/tests/support/world.ts'

const database = testDatabase()

// What each realm may write: rows of the own gemeente, of all, or none. A command that the application's role does not hold
// on a table has no line. Every table has one here: a new table, grant or policy fails until it is said who may write it.
type Reach = 'own' | 'all' | 'none'
type Kind = Realm['kind']
const COMMANDS = ['INSERT', 'UPDATE', 'DELETE'] as const
type Command = (typeof COMMANDS)[number]
type Line = Readonly<Record<Kind, Reach>>
const KINDS: readonly Kind[] = ['organisatie', 'identiteit', 'servicedesk', 'systeem']

const line = (organisatie: Reach, identiteit: Reach, servicedesk: Reach, systeem: Reach = 'none'): Line => ({
  organisatie,
  identiteit,
  servicedesk,
  systeem,
})
const byLogin = line('none', 'all', 'none')
const byDesk = line('none', 'none', 'all')
const byOwn = line('own', 'none', 'none')
const byOwnAndDesk = line('own', 'none', 'all')
const byJobs = line('none', 'none', 'none', 'all')
const byNobody = line('none', 'none', 'none')
const byAllButJobs = line('own', 'all', 'all')

const WRITES: Readonly<Record<string, Partial<Record<Command, Line>>>> = {
  user: { INSERT: byLogin, UPDATE: byLogin },
  account: { INSERT: byLogin, UPDATE: byLogin },
  staff_member: { INSERT: byLogin, UPDATE: byLogin },
  session: { INSERT: byLogin, UPDATE: byAllButJobs, DELETE: byJobs },
  organisation: { INSERT: byDesk, UPDATE: byDesk },
  agreement: { INSERT: byDesk, UPDATE: byDesk },
  member: { INSERT: byLogin, UPDATE: byAllButJobs },
  member_role: { INSERT: byOwnAndDesk, UPDATE: byOwnAndDesk, DELETE: byOwnAndDesk },
  verification_code: { INSERT: byOwnAndDesk, UPDATE: byOwnAndDesk, DELETE: byJobs },
  manager_nomination: { INSERT: byDesk, DELETE: line('none', 'none', 'all', 'all') },
  code_request: { INSERT: byOwnAndDesk, UPDATE: byOwnAndDesk, DELETE: byJobs },
  form_draft: { INSERT: byOwn, UPDATE: byOwn, DELETE: line('own', 'none', 'none', 'all') },
  product_settings: { INSERT: byOwn, UPDATE: byOwn },
  product_settings_change: { INSERT: byOwn },
  product_settings_version: { INSERT: byOwn },
  notification_address: { INSERT: byOwn, UPDATE: byOwn, DELETE: byOwn },
  bericht: { INSERT: byOwn, UPDATE: byOwn },
  bericht_status_change: { INSERT: byOwn },
  bericht_link: { INSERT: byOwn },
  bericht_client: { INSERT: byOwn, DELETE: byOwn },
  bericht_fact: { INSERT: byOwn, DELETE: byOwn },
  saved_view: { INSERT: byOwn, DELETE: byOwn },
  notification: { INSERT: byJobs, UPDATE: byJobs, DELETE: byJobs },
  notification_cause: { INSERT: byOwn, DELETE: byJobs },
  // A person's own alone, of who says to be that person (one-person.test.ts).
  notification_preference: { INSERT: byNobody, UPDATE: byNobody },
  upload: { INSERT: byOwn, UPDATE: byOwn, DELETE: byOwn },
  upload_part: { INSERT: byOwn, DELETE: byOwn },
  chain_outage: { INSERT: byJobs, UPDATE: byJobs },
  dispatch: { INSERT: byOwn, UPDATE: byOwn, DELETE: byOwn },
  wlz_watch: { INSERT: byOwn, UPDATE: byOwn, DELETE: byOwn },
  wlz_signal: { INSERT: byOwn, DELETE: byJobs },
  audit_event: { INSERT: line('own', 'all', 'all', 'all') },
}

type Table = {
  readonly name: string
  /** The column that says whose a row is; null where rows belong to no gemeente. */
  readonly owner: string | null
  readonly first: string
}
const tables = new Map<string, Table>()
const gemeenten: GivenGemeente[] = []

beforeAll(async () => {
  for (const name of ['Eigendam', 'Vreemddam']) gemeenten.push(await givenGemeente(database, { name }))
  for (const gemeente of gemeenten) await givenRowsEverywhere(database, gemeente)
  await givenStaff(database)
  const found = await database.query<Table>(
    `SELECT c.relname AS name, first.attname AS first,
       CASE WHEN c.relname = 'organisation' THEN 'id' ELSE owner.attname END AS owner
     FROM pg_class c
     JOIN pg_attribute first ON first.attrelid = c.oid AND first.attnum = 1
     LEFT JOIN pg_attribute owner ON owner.attrelid = c.oid AND owner.attname = 'organisation_id'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`,
  )
  for (const table of found) tables.set(table.name, table)
})

function tableOf(name: string): Table {
  const table = tables.get(name)
  if (!table) throw new Error(`no table ${name}`)
  return table
}

async function asApp<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: database.appUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

type Outcome = 'written' | 'refused' | 'not granted'

/** Whether a statement in a realm of the first gemeente writes anything; nothing of it stays. */
async function tryWrite(client: Client, kind: Kind, sql: string, value: unknown): Promise<Outcome> {
  await client.query('BEGIN')
  try {
    const own = kind === 'organisatie' ? (gemeenten[0]?.id ?? '') : ''
    const settings = "SELECT set_config('portaal.bereik', $1, true), set_config('portaal.organisatie', $2, true)"
    await client.query(settings, [kind, own])
    const { rowCount } = await client.query(sql, [value])
    return rowCount ? 'written' : 'refused'
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    if (error.code === '42501') return error.message.includes('row-level security') ? 'refused' : 'not granted'
    // A copy of a row meets its own key, a deleted one what hangs on it: the policy let it through.
    if (error.code === '23505' || error.code === '23503') return 'written'
    throw error
  } finally {
    await client.query('ROLLBACK')
  }
}

/** Tries a command on a row of a gemeente: a copy of it, or a change that changes nothing. */
async function attempt(client: Client, kind: Kind, command: Command, table: Table, gemeenteId: string) {
  const where = table.owner ? `WHERE "${table.owner}" = $1` : 'WHERE $1::text IS NOT NULL'
  if (command === 'UPDATE')
    return tryWrite(client, kind, `UPDATE "${table.name}" SET "${table.first}" = "${table.first}" ${where}`, gemeenteId)
  if (command === 'DELETE') return tryWrite(client, kind, `DELETE FROM "${table.name}" ${where}`, gemeenteId)
  const [row] = await database.query<{ copy: object }>(
    `SELECT to_jsonb(t) AS copy FROM "${table.name}" t ${where} LIMIT 1`,
    [gemeenteId],
  )
  const insert = `INSERT INTO "${table.name}" SELECT * FROM jsonb_populate_record(NULL::"${table.name}", $1)`
  return tryWrite(client, kind, insert, row?.copy)
}

function reachOf([own, other]: readonly Outcome[]): Reach | 'other only' | 'not granted' {
  if (own === 'not granted' || other === 'not granted') return 'not granted'
  if (other === 'written') return own === 'written' ? 'all' : 'other only'
  return own === 'written' ? 'own' : 'none'
}

describe('policies of row level security', () => {
  // Guards access-norms chapter 5: a table that names a gemeente and is not locked is a hole through all of it.
  it('are there for every table that says whose its rows are, and each has a line here', () => {
    const owned = [...tables.values()].filter(({ owner }) => owner !== null).map(({ name }) => name)
    expect(owned.filter((name) => !(name in WRITES))).toEqual([])
    expect(Object.keys(WRITES).filter((name) => !tables.has(name))).toEqual([])
  })

  it('stand for every command that the role holds, and none of them says yes to everybody', async () => {
    const held = await database.query<{ name: string; command: string; policies: string[] | null }>(
      `SELECT g.table_name AS name, g.privilege_type AS command,
         (SELECT array_agg(coalesce(CASE WHEN g.privilege_type = 'INSERT' THEN p.with_check END, p.qual, 'true'))
          FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = g.table_name AND p.permissive = 'PERMISSIVE'
            AND p.cmd IN ('ALL', g.privilege_type)) AS policies
       FROM information_schema.role_table_grants g WHERE g.grantee = 'portaal_app' AND g.table_schema = 'public'`,
    )
    const locked = held.filter(({ name }) => name in WRITES)
    expect(locked.length).toBeGreaterThan(30)
    for (const { name, command, policies } of locked) {
      expect([name, command, policies === null]).toEqual([name, command, false])
      for (const policy of policies ?? [])
        expect([name, command, policy]).toEqual([name, command, expect.stringContaining('portaal_')])
    }
  })

  const cases = Object.keys(WRITES).flatMap((name) => COMMANDS.flatMap((command) => [[name, command] as const]))
  it.each(cases)(
    'let each realm write to %s by %s as expected, and nobody for another gemeente',
    async (name, command) => {
      const found: Record<string, unknown> = {}
      await asApp(async (client) => {
        for (const kind of KINDS) {
          const outcomes: Outcome[] = []
          for (const { id } of gemeenten) outcomes.push(await attempt(client, kind, command, tableOf(name), id))
          found[kind] = reachOf(outcomes)
        }
      })
      const none = Object.fromEntries(KINDS.map((kind) => [kind, 'not granted']))
      expect(found).toEqual(WRITES[name]?.[command] ?? none)
    },
  )

  const movable = Object.entries(WRITES).filter(([, { UPDATE }]) => UPDATE?.organisatie === 'own')
  it.each(movable)('let no row of %s be moved to another gemeente', async (name) => {
    const { owner } = tableOf(name)
    const sql = `UPDATE "${name}" SET "${owner}" = $1`
    expect(await asApp((client) => tryWrite(client, 'organisatie', sql, gemeenten[1]?.id))).toBe('refused')
  })
})

// The look-ups by the hash of a token read everything by the person of a session: a session is written with care.
describe('a session', () => {
  async function begin(realm: Realm, memberId: string, organisationId: string): Promise<void> {
    const now = new Date()
    const [row] = await database.query<{ user_id: string }>('SELECT user_id FROM member WHERE id = $1', [memberId])
    await inTransaction(realm, (tx) =>
      tx.session.create({
        data: {
          id: v7(),
          tokenHash: new Uint8Array(Buffer.alloc(32, v7())),
          userId: row?.user_id ?? '',
          memberId,
          organisationId,
          brokerId: 'kpn',
          loa: 'loa3',
          authnInstant: now,
          createdAt: now,
          lastActivityAt: now,
          absoluteEndsAt: now,
          ipPrefix: 'x',
          device: 'x',
        },
      }),
    )
  }

  it('comes into being by logging in only, and for a person of that gemeente only', async () => {
    const [own, other] = gemeenten as [GivenGemeente, GivenGemeente]
    const person = await givenMember(database, own)
    const stranger = await givenMember(database, other)
    await begin({ kind: 'identiteit' }, person.memberId, own.id)
    const realms: readonly Realm[] = [
      { kind: 'organisatie', organisationId: own.id },
      { kind: 'organisatie', organisationId: other.id },
      { kind: 'servicedesk' },
      { kind: 'systeem' },
    ]
    for (const realm of realms)
      await expect(begin(realm, person.memberId, own.id)).rejects.toThrow(/row-level security/)
    await expect(begin({ kind: 'identiteit' }, stranger.memberId, own.id)).rejects.toThrow(/row-level security/)
  })

  it('is not handed to a person of another gemeente afterwards, in any realm', async () => {
    const [own, other] = gemeenten as [GivenGemeente, GivenGemeente]
    const person = await givenMember(database, own)
    const stranger = await givenMember(database, other)
    await begin({ kind: 'identiteit' }, person.memberId, own.id)
    const realms: readonly Realm[] = [
      { kind: 'organisatie', organisationId: own.id },
      { kind: 'identiteit' },
      { kind: 'servicedesk' },
    ]
    for (const realm of realms) {
      const hand = inTransaction(realm, (tx) =>
        tx.session.updateMany({ where: { memberId: person.memberId }, data: { memberId: stranger.memberId } }),
      )
      await expect(hand).rejects.toThrow(/row-level security/)
    }
  })
})

// Functions that run with their owner's rights see past the policies: each is known, and bound to one search path.
describe('functions that work outside the policies', () => {
  it('are these and no others, and nobody else may call them', async () => {
    const found = await database.query<{ name: string; config: string[]; callers: string }>(
      `SELECT p.proname AS name, p.proconfig AS config,
         (SELECT string_agg(DISTINCT coalesce(r.rolname, 'public'), ' ' ORDER BY coalesce(r.rolname, 'public'))
          FROM aclexplode(p.proacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee WHERE a.grantee <> p.proowner) AS callers
       FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef ORDER BY 1`,
    )
    const known = {
      audit_event_chain: null,
      code_locator_elsewhere: 'portaal_app',
      find_bericht_status: 'portaal_app',
      find_session: 'portaal_app',
      product_settings_one_owner: null,
      renew_session_token: 'portaal_app',
      touch_session: 'portaal_app',
    }
    expect(Object.fromEntries(found.map(({ name, callers }) => [name, callers]))).toEqual(known)
    for (const { name, config } of found) expect([name, config]).toEqual([name, ['search_path=public, pg_temp']])
  })
})
