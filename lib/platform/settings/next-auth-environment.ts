import { settings } from '#/lib/platform/settings/settings.ts'

/** next-auth 4 reads its own address from the environment only; without it, it would believe the Host header. */
export function prepareNextAuthEnvironment(): void {
  process.env.NEXTAUTH_URL = settings().portaalUrl.origin
}
