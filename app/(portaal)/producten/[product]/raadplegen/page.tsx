import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { requireMember } from '#/app/_server/require-actor.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { consultRegisterAction } from '#/app/(portaal)/producten/[product]/raadplegen/actions.ts'
import { QuestionForm } from '#/app/(portaal)/producten/[product]/raadplegen/question-form.tsx'
import { requireWlz, WLZ, WlzBreadcrumb, WlzTabs } from '#/app/(portaal)/producten/[product]/wlz-page.tsx'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { clock } from '#/lib/platform/clock.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { GROUNDS } from '#/lib/wlz/question.ts'

type PageProps = { params: Promise<{ product: string }> }

export const generateMetadata = pageTitle(async (props: PageProps) => {
  await requireWlz(props.params)
  return (await getTranslations('wlz'))('title')
})

/** Asks the register of the CIZ whether somebody has a Wlz-indicatie. */
export default definePage(async function RaadplegenPage(props: PageProps) {
  await requireWlz(props.params)
  const actor = await requireMember('ACTIEF')
  authoriseProduct(actor, 'wlz.consult', WLZ)
  const t = translator(localeFrom(await getLocale()), 'wlz')
  const { errors, answer } = (await getMessages()).wlz
  return (
    <>
      <PageHeading
        before={<WlzBreadcrumb last={[{ label: t('title') }]} />}
        lead={<span data-print="no">{t('lead')}</span>}
      >
        {t('title')}
      </PageHeading>
      <WlzTabs actor={actor} current="raadplegen" />
      {settings().ciz === null ? (
        <Banner tone="warn" title={t('errors.off')} />
      ) : (
        <QuestionForm
          action={consultRegisterAction}
          today={dayInAmsterdam(clock.now())}
          grounds={GROUNDS.map((value) => ({ value, label: t(`grounds.${value}`) }))}
          texts={{
            bsn: t('bsn'),
            bsnHint: t('bsnHint'),
            day: t('day'),
            dayHint: t('dayHint'),
            ground: t('ground'),
            groundHint: t('groundHint'),
            submit: t('submit'),
            print: t('answer.print'),
          }}
          facts={answer.facts}
          formTexts={await formTexts(errors)}
        />
      )}
    </>
  )
})
