import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ActButton } from '#/app/_people/act-button.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { MonitorSmartphone } from '#/app/_ui/drawings.ts'
import { Status } from '#/app/_ui/status.tsx'
import type { SessionView } from '#/lib/organisations/members/live-sessions.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'
import { clock } from '#/lib/platform/clock.ts'
import { formatRecent, formatRecentInline } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

type SessionTableProps = {
  readonly sessions: readonly SessionView[]
  readonly caption: string
  readonly action: FormAction
  /** Fields besides the id of the session. */
  readonly fields: Readonly<Record<string, string>>
}

/** Live sessions with the way to end each; the present one says that it is this one. */
export async function SessionTable({ sessions, caption, action, fields }: SessionTableProps) {
  const t = await getTranslations('account.sessions')
  const locale = localeFrom(await getLocale())
  const texts = await formTexts((await getMessages()).account.sessions.errors)
  const when = (moment: Date) => formatRecent(moment, clock.now(), locale)
  const columns: Column<SessionView>[] = [
    { key: 'device', header: t('device'), cell: ({ device }) => device, isRowHeader: true },
    { key: 'started', header: t('started'), cell: ({ startedAt }) => when(startedAt) },
    {
      key: 'active',
      header: t('active'),
      cell: ({ lastActivityAt, originChangedAt }) => (
        <>
          {when(lastActivityAt)}
          {originChangedAt ? (
            <p className="text-small">
              {t('moved', { moment: formatRecentInline(originChangedAt, clock.now(), locale) })}
            </p>
          ) : null}
        </>
      ),
    },
    {
      key: 'end',
      header: t('actions'),
      headerHidden: true,
      cell: (session) =>
        session.isThis ? (
          <Status tone="quiet" icon={MonitorSmartphone} label={t('this')} line={t('thisNote')} />
        ) : (
          <ActButton
            action={action}
            fields={{ ...fields, sessionId: session.id }}
            text={t('end')}
            about={t('endAbout', { device: session.device, started: when(session.startedAt) })}
            idSuffix={session.id}
            texts={texts}
          />
        ),
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={sessions} rowKey={({ id }) => id} />
}
