import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ActButton } from '#/app/_people/act-button.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { classNames } from '#/app/_ui/class-names.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { TONE_TEXT } from '#/app/_ui/tone.ts'
import { markReadAction } from '#/app/(portaal)/mijn/meldingen/actions.ts'
import { NOTIFICATION_LOOK, notificationHref } from '#/app/(portaal)/mijn/meldingen/notification-words.ts'
import { PRODUCT_NAMES } from '#/lib/access/products.ts'
import { type NotificationView, writeSeen } from '#/lib/inbox/schema.ts'
import { clock } from '#/lib/platform/clock.ts'
import { formatRecent, formatRecentInline } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

async function Entry({ told }: { told: NotificationView }) {
  const t = await getTranslations('inbox')
  const locale = localeFrom(await getLocale())
  const { id, kind, product, amount, firstAt, lastAt, isUnread } = told
  const { tone, icon } = NOTIFICATION_LOOK[kind]
  const title = t(`kinds.${kind}`, { amount, product: PRODUCT_NAMES[product] })
  const last = formatRecent(lastAt, clock.now(), locale)
  const isSpread = lastAt.getTime() > firstAt.getTime()
  return (
    <li
      className={classNames(
        'flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-s-4 px-4 py-3',
        isUnread ? 'border-s-accent' : 'border-s-transparent',
      )}
    >
      <span className="flex min-w-0 items-start gap-3">
        <Icon
          of={icon}
          className={classNames('mt-0.5 size-5.5 shrink-0', isUnread ? TONE_TEXT[tone] : 'text-ink-soft')}
        />
        <span className="flex min-w-0 flex-col">
          <Link href={notificationHref(told)} className={classNames('w-fit', isUnread && 'font-semibold')}>
            {title}
          </Link>
          <span className="text-small text-ink-soft">
            {isSpread ? t('spread', { last, first: formatRecentInline(firstAt, clock.now(), locale) }) : last}
          </span>
        </span>
      </span>
      {isUnread ? (
        <ActButton
          action={markReadAction}
          fields={{ gezien: writeSeen([told]) }}
          look="quiet"
          text={t('markRead')}
          about={title}
          idSuffix={id}
          texts={{ ...(await formTexts((await getMessages()).inbox.errors)), busy: t('busy') }}
        />
      ) : null}
    </li>
  )
}

/** Notifications under one heading, newest first. */
export async function NotificationList({ told, label }: { told: readonly NotificationView[]; label: string }) {
  return (
    <ul
      aria-label={label}
      data-surface="plain"
      className="flex flex-col divide-y divide-line overflow-clip rounded-panel border border-line bg-paper"
    >
      {told.map((one) => (
        <Entry key={one.id} told={one} />
      ))}
    </ul>
  )
}
