import { Client } from 'pg'
import { APP_ROLE } from '#/lib/platform/db/migrations/app-role.ts'

/** Name of the migrated database that every test database is a clone of. Nobody stays connected to it. */
export const TEMPLATE_DATABASE = 'portaal_template'

/** How the test command tells the tests where its PostgreSQL is. */
export const CLUSTER_VARIABLES = {
  adminUrl: 'TEST_DATABASE_ADMIN_URL',
  appPassword: 'TEST_DATABASE_APP_PASSWORD',
} as const

export type TestCluster = {
  /** Password of portaal_app. */
  readonly appPassword: string
  adminUrl(database: string): string
  appUrl(database: string): string
  /** An empty database. */
  create(database: string): Promise<void>
  clone(database: string): Promise<void>
  drop(database: string): Promise<void>
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The PostgreSQL that `npm test` started. Throws when the tests were started another way. */
export function testCluster(): TestCluster {
  const base = process.env[CLUSTER_VARIABLES.adminUrl]
  const appPassword = process.env[CLUSTER_VARIABLES.appPassword]
  if (!base || !appPassword) throw new Error('this test needs the database that "npm test" starts')
  const named = (database: string) => Object.assign(new URL(base), { pathname: `/${database}` })
  return {
    appPassword,
    adminUrl: (database) => named(database).href,
    appUrl: (database) => Object.assign(named(database), { username: APP_ROLE, password: appPassword }).href,
    create: (database) => asAdmin(base, `CREATE DATABASE ${database}`),
    clone: (database) => asAdmin(base, `CREATE DATABASE ${database} TEMPLATE ${TEMPLATE_DATABASE}`),
    drop: (database) => asAdmin(base, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  }
}
