import { SettingsError } from '#/lib/platform/settings/parse-settings.ts'

/** What the administrator's commands are told from outside. */
export type AdminSettings = {
  readonly databaseAdminUrl: string
  /** Password of portaal_app, when DATABASE_URL names it. */
  readonly appPassword: string | null
}

const isPostgres = (text: string) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)

/** Reads DATABASE_ADMIN_URL, and DATABASE_URL when it is there. Throws SettingsError that names every fault. */
export function parseAdminSettings(environment: Readonly<Record<string, string | undefined>>): AdminSettings {
  const adminUrl = environment.DATABASE_ADMIN_URL ?? ''
  const appUrl = environment.DATABASE_URL ?? ''
  const faults: string[] = []
  if (adminUrl === '') faults.push('DATABASE_ADMIN_URL ontbreekt')
  else if (!isPostgres(adminUrl)) faults.push('DATABASE_ADMIN_URL moet een adres zijn dat begint met postgresql:')
  if (appUrl !== '' && !isPostgres(appUrl)) faults.push('DATABASE_URL moet een adres zijn dat begint met postgresql:')
  if (faults.length > 0) throw new SettingsError(faults)
  const password = appUrl === '' ? '' : decodeURIComponent(new URL(appUrl).password)
  return { databaseAdminUrl: adminUrl, appPassword: password === '' ? null : password }
}

/** The administrator's settings of this process. Throws SettingsError. */
export function adminSettings(): AdminSettings {
  return parseAdminSettings(process.env)
}
