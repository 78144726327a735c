import { getTranslations } from 'next-intl/server'
import { addressWith, type Query } from '#/app/_server/address.ts'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { Button, ButtonLink } from '#/app/_ui/button.tsx'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { TextField } from '#/app/_ui/field.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Pagination } from '#/app/_ui/pagination.tsx'
import { Select } from '#/app/_ui/select.tsx'
import { MemberTable } from '#/app/(portaal)/beheer/gebruikers/member-table.tsx'
import { WaitingPanel } from '#/app/(portaal)/beheer/gebruikers/waiting-panel.tsx'
import { listMembers } from '#/lib/organisations/members/list-members.ts'
import { MEMBER_STATES, MemberFilter } from '#/lib/organisations/members/schema.ts'

const PATH = '/beheer/gebruikers'

export const generateMetadata = pageTitle(async () => (await getTranslations('beheer.users'))('title'))

async function MemberFilterForm({ filter }: { filter: MemberFilter }) {
  const t = await getTranslations('beheer.users')
  const state = await getTranslations('onboarding.state')
  const states = MEMBER_STATES.map((value) => ({ value, label: state(value) }))
  return (
    <form action={PATH} method="get" className="pz-filters">
      <TextField name="zoek" label={t('search')} type="search" defaultValue={filter.zoek} maxLength={100} />
      <Select
        name="stap"
        label={t('state')}
        defaultValue={filter.stap ?? ''}
        options={[{ value: '', label: t('allStates') }, ...states]}
      />
      <Button look="secondary">{t('apply')}</Button>
    </form>
  )
}

/** Everybody of the own gemeente, with on top who waits for a code. */
export default definePage(async function GebruikersPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireMember('ACTIEF')
  const t = await getTranslations('beheer.users')
  const filter = MemberFilter.parse(await searchParams)
  const { waiting, people, next } = await listMembers(actor, filter)
  const { na, ...filters } = filter
  const isFiltered = filter.zoek !== '' || filter.stap !== undefined
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <WaitingPanel {...waiting} />
      <MemberFilterForm filter={filter} />
      {people.length > 0 ? (
        <MemberTable people={people} />
      ) : (
        <EmptyState
          title={t(isFiltered ? 'nothing' : 'empty')}
          action={isFiltered ? <ButtonLink href={PATH}>{t('clear')}</ButtonLink> : null}
        >
          {t(isFiltered ? 'nothingText' : 'emptyText')}
        </EmptyState>
      )}
      <Pagination
        label={t('pages')}
        newer={{ href: na ? addressWith(PATH, filters) : null, text: t('first') }}
        older={{ href: next ? addressWith(PATH, { ...filters, na: next }) : null, text: t('next') }}
      />
    </>
  )
})
