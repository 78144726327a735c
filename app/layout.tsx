import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css'
import '#/app/globals.css'
// The document brings the words of its error pages once; otherwise each error page below it brings them again.
import '#/app/_ui/broken-page.tsx'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { answerNotes } from '#/lib/platform/http/answer-notes.ts'
import { REQUEST_ID_HEADER } from '#/lib/platform/http/mark-requests.ts'
import { THEME_COOKIE, themeFrom } from '#/lib/platform/i18n/preferences.ts'

/** Whether a form on this page comes back with faults (without script; with it, the form changes the title itself). */
async function hasFormFaults(): Promise<boolean> {
  return answerNotes((await headers()).get(REQUEST_ID_HEADER) ?? '').formFaults !== undefined
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  const name = t('productName')
  const template = (await hasFormFaults()) ? t('titleError', { title: '%s' }) : '%s'
  return {
    title: { default: name, template: `${template} · ${name}` },
    robots: { index: false, follow: false },
    // Numbers such as a KvK-nummer are no telephone numbers.
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#16212a' },
  ],
}

/**
 * The document of every page. Reads cookies, so that no page is static: static HTML cannot carry the nonce of the
 * content security policy, and language and theme stand in the first byte sent (no flash).
 */
export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang={await getLocale()} data-theme={theme}>
      <body>{children}</body>
    </html>
  )
}
