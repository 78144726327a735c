import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { ContactFacts } from '#/app/_ui/contact-facts.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { NumberedList } from '#/app/_ui/prose.tsx'
import { REFUSAL_PAGES, type RefusalPage } from '#/lib/identity/login/identity.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

type RefusedPageProps = {
  readonly params: Promise<{ readonly reden: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

// Eight characters of Crockford's base 32; anything else in the address is not shown.
const SupportCode = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  .nullable()
  .catch(null)

function knownReason(reden: string): RefusalPage {
  const found = REFUSAL_PAGES.find((page) => page === reden)
  if (!found) throw new NotFoundError('reason')
  return found
}

export const generateMetadata = pageTitle(async ({ params }: RefusedPageProps) => {
  const reason = knownReason((await params).reden)
  return (await getTranslations('login'))(`refused.${reason}.title`)
})

/** Why a login was refused, what to do, whom to call, and the code that leads the servicedesk to the log. */
export default definePage(async function RefusedPage({ params, searchParams }: RefusedPageProps) {
  const reason = knownReason((await params).reden)
  const code = SupportCode.parse((await searchParams).code)
  const t = await getTranslations('login')
  const { operator, loginAttemptMinutes } = settings()
  const values = { operator: operator.name, minutes: String(loginAttemptMinutes) }
  const text = (part: 'title' | 'what' | 'step1' | 'step2' | 'call') => t(`refused.${reason}.${part}`, values)
  return (
    <div className="flex flex-col gap-8">
      <PageHeading lead={text('what')}>{text('title')}</PageHeading>
      <div className="grid items-start gap-8 md:grid-cols-[3fr_2fr]">
        <section className="flex flex-col gap-4">
          <h2 className="text-h2">{t('refused.whatNow')}</h2>
          <NumberedList items={[text('step1'), text('step2'), text('call')]} />
          <div className="flex flex-wrap gap-3 pt-2">
            <ButtonLink href="/inloggen" wideOnPhone>
              {t('refused.again')}
            </ButtonLink>
            <ButtonLink href="/" look="secondary" wideOnPhone>
              {t('refused.home')}
            </ButtonLink>
          </div>
        </section>
        <Panel title={t('refused.desk')} tone="quiet">
          <ContactFacts />
          {code ? (
            <div className="border-t border-line-strong pt-3">
              <p>{t('refused.support')}</p>
              <p className="font-mono text-code font-semibold tracking-wide">{code}</p>
              <p className="text-small">{t('refused.supportHint')}</p>
            </div>
          ) : null}
        </Panel>
      </div>
    </div>
  )
})
