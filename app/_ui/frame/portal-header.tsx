import { getTranslations } from 'next-intl/server'
import { Menu, X } from '#/app/_ui/drawings.ts'
import { EnvironmentStrip } from '#/app/_ui/frame/environment-strip.tsx'
import { InboxLink, UnreadCount } from '#/app/_ui/frame/inbox-link.tsx'
import { LanguageLink } from '#/app/_ui/frame/language-link.tsx'
import { LogoutForm } from '#/app/_ui/frame/logout-form.tsx'
import { Mark } from '#/app/_ui/frame/mark.tsx'
import { NavLinks } from '#/app/_ui/frame/nav-links.tsx'
import type { Viewer } from '#/app/_ui/frame/viewer.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { Link } from '#/app/_ui/link.tsx'

/** For whom one works is always in sight: the organisation bold, person and role below it. */
function Who({ viewer }: { viewer: Viewer }) {
  return (
    <p className="flex min-w-0 flex-col leading-6">
      <span className="font-heavy">{viewer.organisation.name}</span>
      <span className="text-small text-ink-soft">
        {[viewer.person.name, viewer.person.roles].filter((part) => part !== '').join(', ')}
      </span>
    </p>
  )
}

/** Header and main navigation: two rows on a wide screen, one line with a menu on a phone; the menu needs no script. */
export async function PortalHeader({ viewer }: { viewer: Viewer }) {
  const t = await getTranslations('common')
  const language = <LanguageLink text={t('otherLanguage')} locale={t('otherLanguageCode')} />
  return (
    <header className="border-b border-line bg-paper">
      <EnvironmentStrip />
      <div className="mx-auto flex min-h-17 max-w-page items-center gap-3 px-4 sm:px-6 md:gap-4 lg:px-8">
        <Link
          href={viewer.home}
          look="plain"
          className="flex min-h-11 min-w-0 items-center gap-3 rounded-control text-[1.1875rem] font-heavy"
        >
          <Mark />
          <span className="max-md:sr-only">{t('productName')}</span>
        </Link>
        <span className="min-w-0 grow truncate text-[1.0625rem] font-heavy md:hidden">
          {viewer.organisation.shortName}
        </span>
        <div className="ms-auto hidden items-center gap-3 text-end md:flex">
          <Who viewer={viewer} />
          {viewer.unread === null ? null : <InboxLink unread={viewer.unread} />}
          {language}
          <LogoutForm text={t('logout')} />
        </div>
        <details className="group md:hidden">
          <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-control border border-line-strong px-3 font-semibold">
            <Icon of={Menu} className="size-5 group-open:hidden" />
            <Icon of={X} className="hidden size-5 group-open:block" />
            {t('menu')}
            {viewer.unread ? (
              <span className="group-open:hidden">
                <UnreadCount unread={viewer.unread} />
              </span>
            ) : null}
          </summary>
          <div className="absolute inset-x-0 z-30 mt-3 flex flex-col gap-4 border-y border-line bg-paper px-4 pt-2 pb-5">
            <nav aria-label={t('navigation')}>
              <NavLinks items={viewer.navigation} look="list" />
            </nav>
            {viewer.unread === null ? null : (
              <span className="ms-2">
                <InboxLink unread={viewer.unread} />
              </span>
            )}
            <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line pt-4">
              <Who viewer={viewer} />
              <span className="-mx-3">{language}</span>
            </div>
            <LogoutForm text={t('logout')} wide />
          </div>
        </details>
      </div>
      <nav aria-label={t('navigation')} className="hidden border-t border-line md:block">
        <div className="mx-auto max-w-page px-4 sm:px-6 lg:px-8">
          <NavLinks items={viewer.navigation} look="bar" />
        </div>
      </nav>
    </header>
  )
}
