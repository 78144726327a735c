import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { ContactFacts } from '#/app/_ui/contact-facts.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { NumberedList } from '#/app/_ui/prose.tsx'

/** What stands on a page that is not there (404) or not allowed (403): what happened, what to do, whom to call. */
export async function Problem({ kind, home }: { kind: 'notFound' | 'forbidden'; home: string }) {
  const t = await getTranslations('errors')
  return (
    <div className="flex flex-col gap-6">
      {/* Next gives a refused page the title of the page that refused; this one comes after it. */}
      <title>{t(`${kind}.title`)}</title>
      <PageHeading lead={t(`${kind}.what`)}>{t(`${kind}.title`)}</PageHeading>
      <div className="max-w-text">
        <NumberedList items={[t(`${kind}.step1`), t(`${kind}.step2`)]} />
      </div>
      <div>
        <ButtonLink href={home} wideOnPhone>
          {t('home')}
        </ButtonLink>
      </div>
      <ContactFacts />
    </div>
  )
}
