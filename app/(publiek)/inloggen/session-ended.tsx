import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Banner } from '#/app/_ui/banner.tsx'
import { END_WORDS } from '#/lib/identity/login/login-page.ts'

/** The part of the address that tells why a session ended. */
export const EndedQuery = z.object({
  reden: z.enum(END_WORDS).optional().catch(undefined),
  bewaard: z.literal('ja').optional().catch(undefined),
})

/** Why the session ended that this browser had, and whether what was typed has been kept. Nothing without a reason. */
export async function SessionEndedBanner({ reden, bewaard }: z.infer<typeof EndedQuery>) {
  if (!reden) return null
  const t = await getTranslations('login.ended')
  return (
    <Banner tone="info" title={t(`${reden}.title`)}>
      <p>
        {t(`${reden}.text`)} {bewaard ? t('kept') : null}
      </p>
    </Banner>
  )
}
