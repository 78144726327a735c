import type { Instrumentation } from 'next'

/** Runs once in every web process before it takes requests. The edge runtime, which nothing of the portal uses, is left out. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startWebProcess } = await import('#/lib/platform/web-process.ts')
  await startWebProcess()
  const { parseAndValidateFlightRouterState } = await import(
    'next/dist/server/app-render/parse-and-validate-flight-router-state'
  )
  const { readRouterHeaders } = await import('#/lib/platform/http/router-headers.ts')
  readRouterHeaders(parseAndValidateFlightRouterState)
  const { requireBrokers } = await import('#/lib/identity/brokers/brokers.ts')
  await requireBrokers()
  // Loading their program takes the validators a second: not that of the first who delivers.
  const { validatorPool } = await import('#/lib/validator/pool.ts')
  validatorPool()
}

/** Logs what broke while a page or an action was made, under the reference that the page of the problem shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logBrokenRequest } = await import('#/lib/platform/http/broken-request.ts')
  const requestId = logBrokenRequest(error, { ...request, route: routePath, part: routeType })
  if (requestId === null) return
  const { tellFault } = await import('#/app/_server/tell-fault.ts')
  await tellFault(error, { requestId, place: routePath })
}
