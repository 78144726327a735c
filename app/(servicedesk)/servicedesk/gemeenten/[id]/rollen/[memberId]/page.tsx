import { getMessages, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { RolesForm } from '#/app/_people/roles-form.tsx'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { pathId } from '#/app/_server/path-id.ts'
import { requireActor } from '#/app/_server/require-actor.ts'
import { Breadcrumb } from '#/app/_ui/breadcrumb.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { saveManagerRolesAction } from '#/app/(servicedesk)/servicedesk/gemeenten/actions.ts'
import { readManager } from '#/lib/organisations/gemeenten/read-gemeente.ts'
import { roleChoices } from '#/lib/organisations/members/schema.ts'

type RolesPageProps = { params: Promise<{ id: string; memberId: string }> }

// Once per request, for the title and the page.
const loadManager = cache(async (id: string, memberId: string) => {
  const actor = await requireActor()
  return readManager(actor, { organisationId: pathId(id), memberId: pathId(memberId) })
})

export const generateMetadata = pageTitle(async ({ params }: RolesPageProps) => {
  const { id, memberId } = await params
  await loadManager(id, memberId)
  return (await getTranslations('beheer.user'))('rolesTitle')
})

/** Product roles of a gebruikersbeheerder, who cannot change the own roles. */
export default definePage(async function ManagerRolesPage({ params }: RolesPageProps) {
  const { id, memberId } = await params
  const manager = await loadManager(id, memberId)
  const t = await getTranslations('servicedesk')
  const user = await getTranslations('beheer.user')
  const common = await getTranslations('common')
  const { beheer, servicedesk } = await getMessages()
  const crumbs = [
    { label: t('gemeenten.title'), href: '/servicedesk/gemeenten' },
    { label: manager.organisationName, href: `/servicedesk/gemeenten/${id}` },
    { label: user('rolesTitle') },
  ]
  return (
    <>
      <PageHeading before={<Breadcrumb label={common('breadcrumb')} crumbs={crumbs} />} lead={t('roles.lead')}>
        {t('roles.title', { name: manager.name })}
      </PageHeading>
      <p className="max-w-text text-ink-soft">{user('rolesEffect')}</p>
      <RolesForm
        action={saveManagerRolesAction}
        memberId={manager.id}
        values={roleChoices(manager.roles)}
        choices={beheer.user.choice}
        submit={user('saveRoles')}
        requested={t('roles.requested')}
        texts={await formTexts(servicedesk.roles.errors)}
      />
    </>
  )
})
