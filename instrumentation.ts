/** Runs once in every web process before it takes requests: without good settings it ends with a line for each fault. */
export async function register(): Promise<void> {
  const { requireSettings } = await import('#/lib/platform/settings/settings.ts')
  requireSettings()
  const { keepTimeWithDatabase } = await import('#/lib/platform/db/database-clock.ts')
  await keepTimeWithDatabase()
}
