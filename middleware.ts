import type { NextRequest, NextResponse } from 'next/server'
import { guard } from '#/app/_server/guard.ts'

/** Session and onboarding state of every page, language, nonce and headers: all of it in app/_server/guard.ts. */
export function middleware(req: NextRequest): Promise<NextResponse> {
  return guard(req)
}

export const config = {
  runtime: 'nodejs',
  // Left out: Next's own hashed files, and the addresses that files are uploaded to, whole or in parts. Next hands middleware and what
  // lies behind it at most 10 MB of a body, silently cut off. The upload routes check the session themselves.
  matcher: ['/((?!_next/static/|api/berichten/(?:iwmo|ijw)(?:/formulier|/uploads(?:/[^/]+)?)?$).*)'],
}
