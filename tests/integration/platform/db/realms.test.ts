import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { inTransaction } from '#/lib/platform/db/client.ts'
import type { Realm } from '#/lib/platform/db/realm.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenRowsEverywhere } from '#/tests/support/rows-everywhere.ts'
import { type GivenGemeente, givenGemeente, givenMember, givenStaff } from '#/tests/support/world.ts'

// Which rows each realm sees: `own` gemeente only, `all`, or none. Every table of the portal has its line here; a table
// without one fails, so that nobody forgets to say who may see a new one.
type Sight = 'own' | 'all' | 'none'
type Line = Readonly<Record<Realm['kind'], Sight>>
const line = (organisatie: Sight, identiteit: Sight, servicedesk: Sight, systeem: Sight): Line => ({
  organisatie,
  identiteit,
  servicedesk,
  systeem,
})
const SIGHT: Readonly<Record<string, Line>> = {
  user: line('none', 'all', 'none', 'none'),
  account: line('none', 'all', 'none', 'none'),
  staff_member: line('none', 'all', 'all', 'none'),
  session: line('own', 'all', 'all', 'all'),
  organisation: line('own', 'all', 'all', 'all'),
  agreement: line('own', 'all', 'all', 'all'),
  member: line('own', 'all', 'all', 'all'),
  member_role: line('own', 'all', 'all', 'all'),
  verification_code: line('own', 'none', 'all', 'all'),
  code_request: line('own', 'none', 'all', 'all'),
  manager_nomination: line('none', 'none', 'all', 'all'),
  form_draft: line('own', 'none', 'none', 'all'),
  product_settings: line('own', 'none', 'none', 'all'),
  product_settings_change: line('own', 'none', 'none', 'all'),
  notification_address: line('own', 'none', 'none', 'all'),
  product_settings_version: line('own', 'none', 'none', 'none'),
  bericht: line('own', 'none', 'none', 'all'),
  bericht_status_change: line('own', 'none', 'none', 'all'),
  bericht_link: line('own', 'none', 'none', 'all'),
  bericht_client: line('own', 'none', 'none', 'none'),
  bericht_fact: line('own', 'none', 'none', 'all'),
  saved_view: line('own', 'none', 'none', 'none'),
  // Of the own gemeente, but of one person: a transaction that does not say who sees none (one-person.test.ts).
  notification: line('none', 'none', 'none', 'all'),
  notification_preference: line('none', 'none', 'none', 'all'),
  notification_cause: line('none', 'none', 'none', 'all'),
  upload: line('own', 'none', 'none', 'all'),
  upload_part: line('own', 'none', 'none', 'all'),
  chain_outage: line('none', 'none', 'all', 'all'),
  dispatch: line('own', 'none', 'all', 'all'),
  wlz_watch: line('own', 'none', 'none', 'all'),
  wlz_signal: line('own', 'none', 'none', 'all'),
  audit_event: line('own', 'none', 'all', 'none'),
}
// Counters and heads of the hash chain: they belong to nobody and say nothing about anybody.
const WITHOUT_TENANT = ['audit_chain', 'rate_window']

const database = testDatabase()
const gemeenten: GivenGemeente[] = []

beforeAll(async () => {
  for (const name of ['Eigendam', 'Vreemddam']) gemeenten.push(await givenGemeente(database, { name }))
  for (const gemeente of gemeenten) await givenRowsEverywhere(database, gemeente)
  await givenStaff(database)
})

async function tables(): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1",
  )
  return rows.map(({ name }) => name)
}

const countSeen = (realm: Realm, table: string) =>
  inTransaction(realm, async (tx) => {
    const [row] = await tx.$queryRawUnsafe<{ seen: number }[]>(`SELECT count(*)::int AS seen FROM "${table}"`)
    return row?.seen ?? 0
  })

const realmOf = (kind: Realm['kind'], organisationId: string): Realm =>
  kind === 'organisatie' ? { kind, organisationId } : { kind }

describe('row level security', () => {
  // Guards the second lock of access-norms chapter 5 against a table that nobody thought of.
  it('has a line in the expectation for every table, and is on for each', async () => {
    expect(await tables()).toEqual([...Object.keys(SIGHT), ...WITHOUT_TENANT].toSorted((a, b) => (a < b ? -1 : 1)))
    const unlocked = await database.query<{ relname: string }>(
      "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relrowsecurity",
    )
    const names = unlocked.map(({ relname }) => relname).filter((name) => name !== '_prisma_migrations')
    expect(new Set(names)).toEqual(new Set(WITHOUT_TENANT))
  })

  const KINDS = ['organisatie', 'identiteit', 'servicedesk', 'systeem'] as const
  it.each(Object.keys(SIGHT).flatMap((table) => KINDS.map((kind) => [table, kind] as const)))(
    'shows rows of %s in realm %s as expected',
    async (table, kind) => {
      const [own] = gemeenten
      const [all] = await database.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`)
      const total = all?.count ?? 0
      expect(total).toBeGreaterThan(0)
      const seen = await countSeen(realmOf(kind, own?.id ?? ''), table)
      const sight = SIGHT[table]?.[kind]
      if (sight === 'own') expect(seen).toBe(total / 2)
      else expect(seen).toBe(sight === 'all' ? total : 0)
    },
  )

  it('shows nothing at all to a statement that says for nobody, or for no gemeente', async () => {
    const client = new Client({ connectionString: database.appUrl })
    await client.connect()
    try {
      for (const bereik of ['', 'organisatie', 'iedereen'])
        for (const table of Object.keys(SIGHT)) {
          await client.query("SELECT set_config('portaal.bereik', $1, false)", [bereik])
          const { rows } = await client.query(`SELECT 1 FROM "${table}"`)
          expect([table, rows]).toEqual([table, []])
        }
    } finally {
      await client.end()
    }
  })

  it('lets nobody write for another gemeente', async () => {
    const [own, other] = gemeenten
    const realm = realmOf('organisatie', own?.id ?? '')
    const insertThere = inTransaction(
      realm,
      (tx) => tx.$executeRaw`INSERT INTO code_request (id, organisation_id, member_id, requested_at)
        SELECT ${v7()}::uuid, ${other?.id}::uuid, id, now() FROM member LIMIT 1`,
    )
    await expect(insertThere).rejects.toThrow('row-level security')
    const moveThere = inTransaction(
      realm,
      (tx) => tx.$executeRaw`UPDATE member SET organisation_id = ${other?.id}::uuid`,
    )
    await expect(moveThere).rejects.toThrow('row-level security')
    const changeThere = await inTransaction(
      realm,
      (tx) => tx.$executeRaw`UPDATE member SET last_name = 'X' WHERE organisation_id = ${other?.id}::uuid`,
    )
    expect(changeThere).toBe(0)
  })
})

describe('portaal_app', () => {
  // Guards issue item 2: the application cannot lift its own locks.
  it('is nobody special and owns nothing', async () => {
    const [role] = await database.query(
      "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication FROM pg_roles WHERE rolname = 'portaal_app'",
    )
    expect(Object.values(role ?? { none: true })).toEqual([false, false, false, false, false])
    const owned = await database.query("SELECT relname FROM pg_class WHERE relowner = 'portaal_app'::regrole")
    expect(owned).toEqual([])
    const member = await database.query("SELECT 1 FROM pg_auth_members WHERE member = 'portaal_app'::regrole")
    expect(member).toEqual([])
  })

  it('may add to the log and to histories, never change or delete there', async () => {
    const rights = await database.query<{ table_name: string; rights: string }>(
      `SELECT table_name, string_agg(privilege_type, ' ' ORDER BY privilege_type) AS rights
       FROM information_schema.role_table_grants WHERE grantee = 'portaal_app' AND table_schema = 'public'
         AND table_name IN ('audit_event', 'audit_chain', 'product_settings_change', 'product_settings_version',
           'bericht_status_change', 'bericht_link', 'bericht_fact', 'bericht_client')
       GROUP BY table_name ORDER BY table_name`,
    )
    expect(rights.map((row) => `${row.table_name}: ${row.rights}`)).toEqual([
      'audit_chain: SELECT',
      'audit_event: INSERT SELECT',
      'bericht_client: DELETE INSERT SELECT',
      'bericht_fact: DELETE INSERT SELECT',
      'bericht_link: INSERT SELECT',
      'bericht_status_change: INSERT SELECT',
      'product_settings_change: INSERT SELECT',
      'product_settings_version: INSERT SELECT',
    ])
  })

  it.each([
    'UPDATE audit_event SET event = event',
    'DELETE FROM audit_event',
    'TRUNCATE audit_event',
    'UPDATE audit_chain SET last_seq = 0',
    'ALTER TABLE member DISABLE ROW LEVEL SECURITY',
    'DROP POLICY changed ON member',
    'ALTER TABLE audit_event DISABLE TRIGGER ALL',
    'SET session_replication_role = replica',
    'SET ROLE portaal_admin',
    'CREATE TABLE mine (id int)',
    'SELECT audit_event_chain()',
  ])('is refused: %s', async (statement) => {
    const client = new Client({ connectionString: database.appUrl })
    await client.connect()
    try {
      await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner|only be called as/)
    } finally {
      await client.end()
    }
  })
})

describe('what hangs on a person', () => {
  // A session reads roles by the person alone: such a row would be a role at somebody else's gemeente.
  it('is not written for a person of another gemeente, in any realm', async () => {
    const [own, other] = [await givenGemeente(database), await givenGemeente(database)]
    const { actor } = await givenMember(database, other, { state: 'VERIFICATIE' })
    const row = { memberId: actor.memberId, organisationId: own.id }
    const now = new Date()
    const realms: readonly Realm[] = [{ kind: 'organisatie', organisationId: own.id }, { kind: 'servicedesk' }]
    for (const realm of realms) {
      const role = { ...row, product: 'iwmo', role: 'GEBRUIKER', grantedById: v7(), grantedAt: now } as const
      await expect(inTransaction(realm, (tx) => tx.memberRole.create({ data: role }))).rejects.toThrow(
        /row-level security/,
      )
      const code = {
        ...row,
        id: v7(),
        kind: 'GEBRUIKER',
        locator: randomBytes(2).toString('hex'),
        secretHash: 'x',
      } as const
      const issued = { issuedById: v7(), issuedAt: now, expiresAt: now }
      await expect(
        inTransaction(realm, (tx) => tx.verificationCode.create({ data: { ...code, ...issued } })),
      ).rejects.toThrow(/row-level security/)
      const request = { ...row, id: v7(), requestedAt: now }
      await expect(inTransaction(realm, (tx) => tx.codeRequest.create({ data: request }))).rejects.toThrow(
        /row-level security/,
      )
    }
  })
})
