import { getMessages, getTranslations } from 'next-intl/server'
import { ReasonForm } from '#/app/_people/reason-form.tsx'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { Breadcrumb } from '#/app/_ui/breadcrumb.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { loadPerson } from '#/app/(portaal)/beheer/gebruikers/[id]/load-person.ts'
import { blockMemberAction } from '#/app/(portaal)/beheer/gebruikers/actions.ts'

type BlockPageProps = { params: Promise<{ id: string }> }

export const generateMetadata = pageTitle(async ({ params }: BlockPageProps) => {
  await loadPerson((await params).id)
  return (await getTranslations('beheer.user'))('block')
})

/** The confirm step of a block: what it does, and why. */
export default definePage(async function BlokkerenPage({ params }: BlockPageProps) {
  const person = await loadPerson((await params).id)
  const t = await getTranslations('beheer')
  const common = await getTranslations('common')
  const name = person.name || t('users.nameless')
  const back = `/beheer/gebruikers/${person.id}`
  const crumbs = [
    { label: t('users.title'), href: '/beheer/gebruikers' },
    { label: name, href: back },
    { label: t('user.block') },
  ]
  return (
    <>
      <PageHeading before={<Breadcrumb label={common('breadcrumb')} crumbs={crumbs} />} lead={t('blockPage.lead')}>
        {t('blockPage.title', { name })}
      </PageHeading>
      <ul className="flex max-w-text list-disc flex-col gap-1 ps-6">
        <li>{t('blockPage.effect1')}</li>
        <li>{t('blockPage.effect2')}</li>
        <li>{t('blockPage.effect3')}</li>
      </ul>
      <ReasonForm
        action={blockMemberAction}
        about={{ field: 'memberId', id: person.id }}
        reason={t('blockPage.reason')}
        reasonHint={t('blockPage.reasonHint')}
        submit={t('blockPage.submit')}
        cancel={{ href: back, text: t('blockPage.cancel') }}
        texts={await formTexts((await getMessages()).beheer.blockPage.errors)}
      />
    </>
  )
})
