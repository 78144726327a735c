import type { NextRequest } from 'next/server'
import { originOf } from '#/app/_server/request-origin.ts'
import { problem } from '#/lib/platform/http/problem.ts'
import { LOCALE_COOKIE, localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

function notFound(req: NextRequest): Response {
  const t = translator(localeFrom(req.cookies.get(LOCALE_COOKIE)?.value), 'errors')
  return problem({
    status: 404,
    code: 'NIET_GEVONDEN',
    title: t('api.notFound'),
    requestId: originOf(req.headers).requestId,
  })
}

/** Every address under /api/ that nothing answers: software gets problem+json there too, never a page. */
export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT }
