/** Runs once in every web process before it takes requests. The edge runtime, which nothing of the portal uses, is left out. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startWebProcess } = await import('#/lib/platform/web-process.ts')
  await startWebProcess()
  const { requireBrokers } = await import('#/lib/identity/brokers/brokers.ts')
  await requireBrokers()
}
