import { getMessages, getTranslations } from 'next-intl/server'
import { ActButton } from '#/app/_people/act-button.tsx'
import { addressWith, type Query } from '#/app/_server/address.ts'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { requireMember } from '#/app/_server/require-actor.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Pagination } from '#/app/_ui/pagination.tsx'
import { markReadAction } from '#/app/(portaal)/mijn/meldingen/actions.ts'
import { NotificationList } from '#/app/(portaal)/mijn/meldingen/notification-list.tsx'
import { MijnTabs } from '#/app/(portaal)/mijn/mijn-tabs.tsx'
import { type InboxPage, listNotifications } from '#/lib/inbox/list-notifications.ts'
import { readPlace } from '#/lib/inbox/place.ts'
import { writeSeen } from '#/lib/inbox/schema.ts'
import { KEPT_DAYS } from '#/lib/retention/terms.ts'

const PATH = '/mijn/meldingen'

export const generateMetadata = pageTitle(async () => (await getTranslations('inbox'))('title'))

async function Unread({ unread }: Pick<InboxPage, 'unread'>) {
  const t = await getTranslations('inbox')
  const texts = { ...(await formTexts((await getMessages()).inbox.errors)), busy: t('busy') }
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="text-h2">{t('unread', { count: unread.length })}</h2>
        {unread.length > 1 ? (
          <ActButton
            action={markReadAction}
            fields={{ gezien: writeSeen(unread) }}
            text={t('markAll')}
            idSuffix="alle"
            texts={texts}
          />
        ) : null}
      </div>
      <NotificationList told={unread} label={t('unreadList')} />
    </section>
  )
}

async function Done({ done }: { done: unknown }) {
  const t = await getTranslations('inbox')
  if (done === 'gelezen') return <Banner tone="ok" title={t('done')} announce />
  return done === 'aangevuld' ? <Banner tone="info" title={t('grown')} announce /> : null
}

/** What one was told, with what is unread first. */
export default definePage(async function MijnMeldingenPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireMember('ACTIEF')
  const { na, gedaan } = await searchParams
  const place = readPlace(na)
  const { unread, read, older } = await listNotifications(actor, place)
  const t = await getTranslations('inbox')
  const common = await getTranslations('common.pagination')
  return (
    <>
      <PageHeading lead={t('lead', { days: KEPT_DAYS.notification })}>{t('title')}</PageHeading>
      <MijnTabs current="meldingen" />
      <Done done={gedaan} />
      {unread.length > 0 ? <Unread unread={unread} /> : null}
      {read.length > 0 ? (
        <section className="flex flex-col gap-3">
          <h2 className="text-h2">{t('read')}</h2>
          <NotificationList told={read} label={t('readList')} />
        </section>
      ) : null}
      {unread.length + read.length === 0 ? <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState> : null}
      <Pagination
        label={common('label')}
        newer={{ href: place ? PATH : null, text: t('newest') }}
        older={{ href: older ? addressWith(PATH, { na: older }) : null, text: common('older') }}
      />
    </>
  )
})
