import type { NextRequest } from 'next/server'
import { originOf } from '#/app/_server/request-origin.ts'
import { isSameOrigin } from '#/lib/platform/http/same-origin.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { confirmAddress } from '#/lib/settings/addresses/confirm-address.ts'
import { ConfirmAddress } from '#/lib/settings/addresses/schema.ts'

const PAGE = '/adres-bevestigen'

const redirectTo = (outcome: 'bevestigd' | 'ongeldig' | 'druk') => {
  const location = new URL(`${PAGE}?uitkomst=${outcome}`, settings().portaalUrl).href
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/** Confirms an address for notices: the button of the page that the mail leads to. Nobody is logged in there. */
export async function POST(req: NextRequest): Promise<Response> {
  if (!isSameOrigin(req.headers, settings().portaalUrl)) return new Response(null, { status: 403 })
  // A body that is no form throws: it has no link then.
  const body = await req.formData().catch(() => new FormData())
  const link = ConfirmAddress.safeParse(Object.fromEntries(body))
  if (!link.success) return redirectTo('ongeldig')
  const confirmed = await confirmAddress(link.data, originOf(req.headers))
  if (confirmed.ok) return redirectTo('bevestigd')
  return redirectTo(confirmed.error === 'too_many' ? 'druk' : 'ongeldig')
}
