import { getTranslations } from 'next-intl/server'
import { Footer } from '#/app/_ui/frame/footer.tsx'
import { PortalHeader } from '#/app/_ui/frame/portal-header.tsx'
import { sessionWarningTexts } from '#/app/_ui/frame/session-warning-texts.ts'
import type { Viewer } from '#/app/_ui/frame/viewer.ts'
import { SessionWarning } from '#/app/_ui/session-warning.tsx'
import { SkipLink } from '#/app/_ui/skip-link.tsx'

/** The frame of every page behind the login. */
export async function PortalFrame({ viewer, children }: { viewer: Viewer; children: React.ReactNode }) {
  const t = await getTranslations('common')
  return (
    <>
      <SkipLink>{t('skipLink')}</SkipLink>
      <PortalHeader viewer={viewer} />
      <main
        id="inhoud"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-page grow flex-col gap-6 px-4 py-6 sm:px-6 md:py-10 lg:px-8"
      >
        {children}
      </main>
      <Footer />
      <SessionWarning {...viewer.session} texts={sessionWarningTexts(t, viewer.session.warningMinutes)} />
    </>
  )
}
