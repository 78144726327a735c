import { getTranslations } from 'next-intl/server'
import { Bell } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { Link } from '#/app/_ui/link.tsx'

/** How many notifications are unread, as a figure that is read out in words; nothing when there are none. */
export async function UnreadCount({ unread }: { unread: number }) {
  const t = await getTranslations('common.header')
  if (unread === 0) return null
  return (
    <>
      <span
        aria-hidden="true"
        data-surface="action"
        className="inline-block min-w-6 rounded-full bg-action px-1.5 text-center text-small leading-6 font-semibold text-on-action tabular-nums"
      >
        {unread}
      </span>
      <span className="sr-only">, {t('unread', { count: unread })}</span>
    </>
  )
}

/** The way to the inbox, with how many notifications are unread. */
export async function InboxLink({ unread }: { unread: number }) {
  const t = await getTranslations('common.header')
  return (
    <Link
      href="/mijn/meldingen"
      look="plain"
      className="inline-flex min-h-11 items-center gap-2 rounded-control px-2 text-small font-semibold hover:bg-tint"
    >
      <Icon of={Bell} className="size-5 shrink-0" />
      {t('notifications')}
      <UnreadCount unread={unread} />
    </Link>
  )
}
