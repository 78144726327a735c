import { PrismaAdapter } from '@auth/prisma-adapter'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import { completeLogin } from '#/lib/identity/login/complete-login.ts'
import { LoginRefusedError } from '#/lib/identity/login/judge-login.ts'
import { admittedLoginRun } from '#/lib/identity/login/login-run.ts'
import { database } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'

const userOf = (id: string): AdapterUser => ({ id, email: '', emailVerified: null })

/**
 * The Prisma adapter with everything replaced that must not work as it does there: tokens are stored as hashes, no tokens of
 * the makelaar are kept, an account is never linked to whoever happens to be logged in, and user, registration and session
 * are made together in `createSession`, after the login was admitted. What the library asks before that is answered
 * without writing.
 */
export function loginAdapter(): Adapter {
  return {
    ...(PrismaAdapter(database() as never) as Adapter),
    getUser: async () => null,
    getUserByEmail: async () => null,
    // The library would take a known account as a reason to reuse a session; completeLogin looks it up by itself.
    getUserByAccount: async () => null,
    createUser: async () => userOf(ids.rowId()),
    updateUser: async ({ id }) => userOf(id),
    linkAccount: async () => undefined,
    // Null while an answer is handled: a second login in the same browser makes a new session and completeLogin ends the old.
    getSessionAndUser: async () => null,
    createSession: async ({ sessionToken, userId, expires }) => {
      const run = admittedLoginRun()
      try {
        await completeLogin(run, sessionToken)
      } catch (error) {
        // The library makes an error page of it; the route looks here for what was wrong.
        if (error instanceof LoginRefusedError) run.refused = error.refusal
        throw error
      }
      return { sessionToken, userId, expires }
    },
    updateSession: async () => null,
    deleteSession: async () => null,
  }
}
