import { database } from '#/lib/platform/db/client.ts'

/** The process is connected as a role that row level security does not bind. */
export class UnboundRoleError extends Error {
  constructor(role: string) {
    super(`DATABASE_URL gebruikt de rol ${role}, die om de afscherming per gemeente heen kan. Gebruik portaal_app.`)
    this.name = 'UnboundRoleError'
  }
}

/**
 * Makes sure that row level security binds this process: who owns a table, or stands in for its owner, passes by it, as a
 * superuser does. Throws UnboundRoleError.
 */
export async function requireBoundRole(): Promise<void> {
  const [row] = await database().$queryRaw<{ role: string; unbound: boolean }[]>`
    SELECT current_user::text AS role, (rolsuper OR rolbypassrls OR EXISTS (
      SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_has_role(current_user, relowner, 'MEMBER')
    )) AS unbound FROM pg_roles WHERE rolname = current_user`
  if (row?.unbound !== false) throw new UnboundRoleError(row?.role ?? '')
}
