import { Client, DatabaseError } from 'pg'

/** The application's role, which owns nothing and is bound by row level security. Migrations grant to this name. */
export const APP_ROLE = 'portaal_app'

/** What the role may do that it should not; empty when it is as it should be. */
async function excessRights(admin: Client): Promise<string[]> {
  const { rows } = await admin.query<Record<'SUPERUSER' | 'BYPASSRLS' | 'CREATEROLE' | 'CREATEDB', boolean>>(
    `SELECT rolsuper AS "SUPERUSER", rolbypassrls AS "BYPASSRLS", rolcreaterole AS "CREATEROLE", rolcreatedb AS "CREATEDB"
     FROM pg_roles WHERE rolname = $1`,
    [APP_ROLE],
  )
  return Object.entries(rows[0] ?? {}).flatMap(([right, held]) => (held ? [right] : []))
}

/** Whether the role logs in with this password already. */
async function canLogIn(admin: Client, password: string): Promise<boolean> {
  const { host, port, database } = admin
  const role = new Client({ host, port, ...(database ? { database } : {}), user: APP_ROLE, password })
  try {
    await role.connect()
    return true
  } catch (error) {
    if (error instanceof DatabaseError) return false
    throw error
  } finally {
    await role.end()
  }
}

/**
 * Makes the application's role, able to log in with this password; null leaves a role that is there as it is and makes a
 * missing one unable to log in. Throws when the role holds a right that would take it past row level security.
 */
export async function ensureAppRole(admin: Client, password: string | null): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_ROLE])
  const rights = 'NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE'
  if (!rowCount) await admin.query(`CREATE ROLE ${APP_ROLE} NOLOGIN ${rights}`)
  // A role belongs to the whole cluster: two databases that are prepared at once may not both change it.
  if (password !== null && !(await canLogIn(admin, password)))
    await admin.query(`ALTER ROLE ${APP_ROLE} LOGIN PASSWORD ${admin.escapeLiteral(password)}`)
  const excess = await excessRights(admin)
  if (excess.length > 0) throw new Error(`De rol ${APP_ROLE} mag deze rechten niet hebben: ${excess.join(', ')}.`)
}
