import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { dialled } from '#/app/_ui/dialled.ts'
import { Check, Phone } from '#/app/_ui/drawings.ts'
import { PreferenceLink } from '#/app/_ui/frame/preference-link.tsx'
import { Icon } from '#/app/_ui/icon.tsx'
import { Link, PlainLink } from '#/app/_ui/link.tsx'
import { THEME_COOKIE, THEME_PARAMETER, THEMES, themeFrom } from '#/lib/platform/i18n/preferences.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { version } from '#/package.json'

/** On every page in the same place (WCAG 3.2.6): whom to call and when, and what one may want to know of the portal. */
export async function Footer() {
  const t = await getTranslations('common')
  const { operator } = settings()
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value)
  const link = 'inline-flex min-h-8 items-center text-action underline underline-offset-4 hover:text-action-strong'
  return (
    <footer className="mt-auto border-t border-line bg-paper">
      <div className="mx-auto grid max-w-page gap-x-10 gap-y-8 px-4 py-8 text-small sm:px-6 md:grid-cols-[1.4fr_1fr_1fr] lg:px-8">
        <div className="flex flex-col gap-1">
          <h2 className="text-base font-heavy">{t('footer.help')}</h2>
          <p className="flex items-center gap-2">
            <Icon of={Phone} className="size-4 shrink-0 text-ink-soft" />
            <PlainLink href={dialled(operator.phone)} className={link}>
              {t('footer.call', { phone: operator.phone })}
            </PlainLink>
          </p>
          <p className="text-ink-soft">{t('footer.hours', { hours: operator.hours })}</p>
        </div>
        <nav aria-labelledby="voet-informatie">
          <h2 id="voet-informatie" className="mb-1 text-base font-heavy">
            {t('footer.heading')}
          </h2>
          <ul className="flex flex-col gap-1">
            <li>
              <Link href="/help" look="plain" className={link}>
                {t('footer.helpPage')}
              </Link>
            </li>
            <li>
              <Link href="/toegankelijkheid" look="plain" className={link}>
                {t('footer.accessibility')}
              </Link>
            </li>
            <li>
              <Link href="/privacy" look="plain" className={link}>
                {t('footer.privacy')}
              </Link>
            </li>
          </ul>
        </nav>
        <nav aria-labelledby="voet-weergave">
          <h2 id="voet-weergave" className="mb-1 text-base font-heavy">
            {t('footer.theme')}
          </h2>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 md:flex-col">
            {THEMES.map((choice) => (
              <li key={choice}>
                <PreferenceLink
                  parameter={THEME_PARAMETER}
                  value={choice}
                  current={choice === theme}
                  className={choice === theme ? 'inline-flex min-h-8 items-center gap-1.5 font-semibold' : link}
                >
                  {choice === theme ? <Icon of={Check} className="size-4" /> : null}
                  {t(`footer.themes.${choice}`)}
                </PreferenceLink>
              </li>
            ))}
          </ul>
        </nav>
        <p className="text-ink-soft md:col-span-3">
          {t('footer.operator', { operator: operator.name })} {t('footer.version', { version })}
        </p>
      </div>
    </footer>
  )
}
