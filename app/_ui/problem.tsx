import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { ContactFacts } from '#/app/_ui/contact-facts.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { NumberedList } from '#/app/_ui/prose.tsx'

type ProblemProps = {
  readonly kind: 'notFound' | 'forbidden'
  readonly home: string
  /** A script puts it in the place of a page that is open already, and whose title would stay. */
  readonly isDrawnLater?: boolean
}

/** What stands on a page that is not there (404) or not allowed (403): what happened, what to do, whom to call. */
export async function Problem({ kind, home, isDrawnLater = false }: ProblemProps) {
  const t = await getTranslations('errors')
  const desk = await getTranslations('public.help.contact')
  return (
    <div className="flex flex-col gap-8">
      {isDrawnLater ? <title>{t(`${kind}.title`)}</title> : null}
      <PageHeading lead={t(`${kind}.what`)}>{t(`${kind}.title`)}</PageHeading>
      <div className="grid items-start gap-8 md:grid-cols-[3fr_2fr]">
        <section className="flex flex-col gap-4">
          <h2 className="text-h2">{t('whatNow')}</h2>
          <NumberedList items={[t(`${kind}.step1`), t(`${kind}.step2`)]} />
          <div className="pt-2">
            <ButtonLink href={home} wideOnPhone>
              {t('home')}
            </ButtonLink>
          </div>
        </section>
        <Panel title={desk('title')} tone="quiet">
          <ContactFacts />
        </Panel>
      </div>
    </div>
  )
}
