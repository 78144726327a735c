import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { LogList } from '#/app/_log/log-list.tsx'
import { RolesForm } from '#/app/_people/roles-form.tsx'
import { SessionTable } from '#/app/_people/session-table.tsx'
import { addressWith, type Query } from '#/app/_server/address.ts'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { Breadcrumb } from '#/app/_ui/breadcrumb.tsx'
import { EmailText } from '#/app/_ui/email-text.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { OnboardingStatusBadge } from '#/app/_ui/onboarding-status.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { type Fact, Facts } from '#/app/_ui/summary-list.tsx'
import { AccessPanel } from '#/app/(portaal)/beheer/gebruikers/[id]/access-panel.tsx'
import { CodePanel } from '#/app/(portaal)/beheer/gebruikers/[id]/code-panel.tsx'
import { loadPerson } from '#/app/(portaal)/beheer/gebruikers/[id]/load-person.ts'
import { PersonSteps } from '#/app/(portaal)/beheer/gebruikers/[id]/person-steps.tsx'
import { endMemberSessionAction, saveRolesAction } from '#/app/(portaal)/beheer/gebruikers/actions.ts'
import type { MemberDetail } from '#/lib/organisations/members/read-member.ts'
import { roleChoices } from '#/lib/organisations/members/schema.ts'
import { formatDate, formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

type PersonPageProps = { params: Promise<{ id: string }>; searchParams: Query }

async function nameOf(member: MemberDetail): Promise<string> {
  const t = await getTranslations('beheer.users')
  const locale = localeFrom(await getLocale())
  return member.name || t('namelessOn', { date: formatDate(member.createdAt, locale) })
}

/** Without the name: a title stays in the history of the browser (access-norms chapter 8). */
export const generateMetadata = pageTitle(async ({ params }: PersonPageProps) => {
  await loadPerson((await params).id)
  return (await getTranslations('beheer.user'))('title')
})

async function Details({ member }: { member: MemberDetail }) {
  const t = await getTranslations('beheer.user')
  const never = (await getTranslations('beheer.users'))('never')
  const locale = localeFrom(await getLocale())
  const facts: Fact[] = [
    { term: t('department'), value: member.department || t('unknown') },
    { term: t('phone'), value: member.phone || t('unknown') },
    { term: t('email'), value: member.email ? <EmailText address={member.email} /> : t('unknown') },
    ...(member.isManager ? [{ term: t('manager'), value: t('yes') }] : []),
    { term: t('since'), value: formatMoment(member.createdAt, locale) },
    { term: t('lastLogin'), value: member.lastLoginAt ? formatMoment(member.lastLoginAt, locale) : never },
  ]
  return (
    <Panel title={t('details')}>
      <Facts facts={facts} />
    </Panel>
  )
}

async function Roles({ member }: { member: MemberDetail }) {
  const t = await getTranslations('beheer.user')
  const { rolesErrors, choice } = (await getMessages()).beheer.user
  return (
    <Panel title={t('rolesTitle')}>
      <p className="max-w-text">{t('rolesLead')}</p>
      <p className="max-w-text text-ink-soft">{t(member.state === 'ACTIEF' ? 'rolesEffect' : 'rolesWaiting')}</p>
      <RolesForm
        action={saveRolesAction}
        memberId={member.id}
        values={roleChoices(member.roles)}
        choices={choice}
        submit={t('saveRoles')}
        texts={await formTexts(rolesErrors)}
      />
    </Panel>
  )
}

async function Sessions({ member }: { member: MemberDetail }) {
  const t = await getTranslations('beheer.user')
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-h2">{t('sessionsTitle')}</h2>
      {member.sessions.length > 0 ? (
        <SessionTable
          sessions={member.sessions}
          caption={t('sessionsTitle')}
          action={endMemberSessionAction}
          fields={{ memberId: member.id }}
        />
      ) : (
        <p className="text-ink-soft">{t('sessionsNone')}</p>
      )}
    </section>
  )
}

async function Notices({ member, done }: { member: MemberDetail; done: string | string[] | undefined }) {
  const t = await getTranslations('beheer')
  if (done === 'beeindigd') return <Banner tone="ok" title={t('session.ended')} announce />
  if (done === 'opgeheven' && member.state !== 'GEBLOKKEERD')
    return <Banner tone="ok" title={t('user.unblocked')} announce />
  if (member.isSelf)
    return (
      <Banner tone="info" title={t('user.self')}>
        <p>{t('user.selfText')}</p>
      </Banner>
    )
  if (member.state === 'GEBLOKKEERD')
    return (
      <Banner tone="bad" title={t('user.blockedTitle')}>
        <p>{t('user.blockedReason', { reason: member.blockReason })}</p>
      </Banner>
    )
  if (member.sameEmail === 0) return null
  return (
    <Banner tone="warn" title={t('user.sameEmail', { count: member.sameEmail })}>
      <p>{t('user.sameEmailText')}</p>
    </Banner>
  )
}

/** One person of the own gemeente: where the person is, roles, code, sessions, access and history. */
export default definePage(async function PersonPage({ params, searchParams }: PersonPageProps) {
  const member = await loadPerson((await params).id)
  const t = await getTranslations('beheer')
  const state = await getTranslations('onboarding.state')
  const common = await getTranslations('common')
  const name = await nameOf(member)
  const crumbs = [{ label: t('users.title'), href: '/beheer/gebruikers' }, { label: name }]
  return (
    <>
      <PageHeading
        before={<Breadcrumb label={common('breadcrumb')} crumbs={crumbs} />}
        action={<OnboardingStatusBadge state={member.state} label={state(member.state)} />}
      >
        {name}
      </PageHeading>
      <Notices member={member} done={(await searchParams).gedaan} />
      {member.state === 'ACTIEF' ? null : <PersonSteps person={member} />}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {member.state === 'VERIFICATIE' && !member.isSelf ? <CodePanel person={member} name={name} /> : null}
          {member.isSelf ? null : <Roles member={member} />}
          <Sessions member={member} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Details member={member} />
          {member.isSelf ? null : <AccessPanel person={member} />}
        </div>
      </div>
      <Panel title={t('user.historyTitle')}>
        {member.history.length > 0 ? <LogList entries={member.history} /> : <p>{t('user.historyNone')}</p>}
        <Link href={addressWith('/beheer/logboek', { persoon: member.id })}>{t('user.historyMore')}</Link>
      </Panel>
    </>
  )
})
