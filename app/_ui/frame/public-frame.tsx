import { getTranslations } from 'next-intl/server'
import { EnvironmentStrip } from '#/app/_ui/frame/environment-strip.tsx'
import { Footer } from '#/app/_ui/frame/footer.tsx'
import { LanguageLink } from '#/app/_ui/frame/language-link.tsx'
import { Mark } from '#/app/_ui/frame/mark.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { SkipLink } from '#/app/_ui/skip-link.tsx'

/** The frame of pages that need no session: mark, language, content, footer. */
export async function PublicFrame({ children }: { children: React.ReactNode }) {
  const t = await getTranslations('common')
  return (
    <>
      <SkipLink>{t('skipLink')}</SkipLink>
      <header className="border-b border-line bg-paper">
        <EnvironmentStrip />
        <div className="mx-auto flex min-h-17 max-w-page items-center justify-between gap-4 px-4 sm:px-6 lg:px-8">
          <Link
            href="/"
            look="plain"
            className="flex min-h-11 items-center gap-3 rounded-control text-[1.1875rem] font-heavy"
          >
            <Mark />
            {t('productName')}
          </Link>
          <LanguageLink text={t('otherLanguage')} locale={t('otherLanguageCode')} />
        </div>
      </header>
      <main id="inhoud" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 py-8 sm:px-6 md:py-12 lg:px-8">
        {children}
      </main>
      <Footer />
    </>
  )
}
