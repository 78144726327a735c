import { getMessages, getTranslations } from 'next-intl/server'
import { addressWith, type Query } from '#/app/_server/address.ts'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { requireActor } from '#/app/_server/require-actor.ts'
import { Button, ButtonLink } from '#/app/_ui/button.tsx'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { TextField } from '#/app/_ui/field.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Pagination } from '#/app/_ui/pagination.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { registerGemeenteAction } from '#/app/(servicedesk)/servicedesk/gemeenten/actions.ts'
import { GemeenteTable } from '#/app/(servicedesk)/servicedesk/gemeenten/gemeente-table.tsx'
import { RegisterForm } from '#/app/(servicedesk)/servicedesk/gemeenten/register-form.tsx'
import { WorkPanel } from '#/app/(servicedesk)/servicedesk/gemeenten/work-panel.tsx'
import { listGemeenten } from '#/lib/organisations/gemeenten/list-gemeenten.ts'
import { GemeenteFilter } from '#/lib/organisations/gemeenten/schema.ts'

const PATH = '/servicedesk/gemeenten'

export const generateMetadata = pageTitle(async () => (await getTranslations('servicedesk.gemeenten'))('title'))

/** The registered gemeenten, and registering a new one. */
export default definePage(async function GemeentenPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor()
  const filter = GemeenteFilter.parse(await searchParams)
  const { gemeenten, next, work } = await listGemeenten(actor, filter)
  const t = await getTranslations('servicedesk.gemeenten')
  const texts = (await getMessages()).servicedesk.gemeenten
  const isFiltered = filter.zoek !== ''
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {work ? <WorkPanel work={work} /> : null}
      <form action={PATH} method="get" className="pz-filters">
        <TextField
          name="zoek"
          label={t('search')}
          hint={t('searchHint')}
          type="search"
          defaultValue={filter.zoek}
          maxLength={100}
        />
        <Button look="secondary">{t('apply')}</Button>
      </form>
      {gemeenten.length > 0 ? (
        <GemeenteTable gemeenten={gemeenten} />
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
        newer={{ href: filter.na ? addressWith(PATH, { zoek: filter.zoek }) : null, text: t('first') }}
        older={{ href: next ? addressWith(PATH, { zoek: filter.zoek, na: next }) : null, text: t('next') }}
      />
      <Panel title={t('registerTitle')}>
        <p className="max-w-text">{t('registerLead')}</p>
        <RegisterForm action={registerGemeenteAction} texts={texts} formTexts={await formTexts(texts.errors)} />
      </Panel>
    </>
  )
})
