import { getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { ContactFacts } from '#/app/_ui/contact-facts.tsx'
import { PlainLink } from '#/app/_ui/link.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { Answer, NumberedList, Prose, ProseSection } from '#/app/_ui/prose.tsx'
import { settings } from '#/lib/platform/settings/settings.ts'

export const generateMetadata = pageTitle(async () => (await getTranslations('public'))('help.title'))

const SECTIONS = [
  { id: 'toegang', part: 'access' },
  { id: 'inlogmiddel', part: 'means' },
  { id: 'inloggen', part: 'problems' },
  { id: 'verificatiecode', part: 'code' },
  { id: 'berichten', part: 'files' },
  { id: 'rollen', part: 'roles' },
] as const

/** How one gets access, what to do when it does not work, and whom to call. */
export default definePage(async function HelpPage() {
  const t = await getTranslations('public')
  const { operator, sessionIdleMinutes } = settings()
  return (
    <Prose title={t('help.title')} lead={t('help.lead')}>
      <div className="grid items-start gap-x-12 gap-y-8 md:grid-cols-[1fr_20rem]">
        <div className="flex flex-col gap-8 md:gap-10">
          <nav aria-labelledby="op-deze-pagina">
            <h2 id="op-deze-pagina" className="text-h2">
              {t('help.onThisPage')}
            </h2>
            <ul className="mt-1 flex flex-col">
              {SECTIONS.map(({ id, part }) => (
                <li key={id}>
                  <PlainLink href={`#${id}`} className="pz-link inline-block py-1">
                    {t(`help.${part}.title`)}
                  </PlainLink>
                </li>
              ))}
            </ul>
          </nav>
          <ProseSection title={t('help.access.title')} id="toegang">
            <NumberedList
              items={[
                t('help.access.step1', { operator: operator.name }),
                t('help.access.step2'),
                t('help.access.step3'),
                t('help.access.step4'),
                t('help.access.step5'),
              ]}
            />
          </ProseSection>
          <ProseSection title={t('help.means.title')} id="inlogmiddel">
            <p>{t('help.means.text1')}</p>
            <p>{t('help.means.text2')}</p>
            <p>
              {t('help.means.text3')} <PlainLink href="https://www.eherkenning.nl">{t('help.means.site')}</PlainLink>
            </p>
          </ProseSection>
          <ProseSection title={t('help.problems.title')} id="inloggen">
            <Answer question={t('help.problems.forgotten')}>{t('help.problems.forgottenAnswer')}</Answer>
            <Answer question={t('help.problems.expired')}>
              {t('help.problems.expiredAnswer', { minutes: String(sessionIdleMinutes) })}
            </Answer>
            <Answer question={t('help.problems.changed')}>{t('help.problems.changedAnswer')}</Answer>
          </ProseSection>
          <ProseSection title={t('help.code.title')} id="verificatiecode">
            <Answer question={t('help.code.none')}>{t('help.code.noneAnswer')}</Answer>
            <Answer question={t('help.code.life')}>{t('help.code.lifeAnswer')}</Answer>
          </ProseSection>
          <ProseSection title={t('help.files.title')} id="berichten">
            <Answer question={t('help.files.how')}>{t('help.files.howAnswer')}</Answer>
            <Answer question={t('help.files.rejected')}>{t('help.files.rejectedAnswer')}</Answer>
            <Answer question={t('help.files.withdraw')}>{t('help.files.withdrawAnswer')}</Answer>
            <Answer question={t('help.files.answer')}>{t('help.files.answerAnswer')}</Answer>
            <Answer question={t('help.files.many')}>{t('help.files.manyAnswer')}</Answer>
            <Answer question={t('help.files.keep')}>{t('help.files.keepAnswer')}</Answer>
          </ProseSection>
          <ProseSection title={t('help.roles.title')} id="rollen">
            <Answer question={t('help.roles.user')}>{t('help.roles.userText')}</Answer>
            <Answer question={t('help.roles.productManager')}>{t('help.roles.productManagerText')}</Answer>
            <Answer question={t('help.roles.userManager')}>{t('help.roles.userManagerText')}</Answer>
          </ProseSection>
        </div>
        <div className="max-md:order-first md:sticky md:top-6">
          <Panel title={t('help.contact.title')} tone="quiet">
            <ContactFacts />
            <p className="text-small">{t('help.contact.note')}</p>
          </Panel>
        </div>
      </div>
    </Prose>
  )
})
