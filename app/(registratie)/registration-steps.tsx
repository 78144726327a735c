import { getTranslations } from 'next-intl/server'
import { type Step, Steps } from '#/app/_ui/steps.tsx'

const ORDER = ['PROFIEL', 'VERIFICATIE', 'OPNIEUW_INLOGGEN'] as const

/** Where somebody is in the onboarding. Made from the state that the server decides by, so page and gate agree. */
export async function RegistrationSteps({ at }: { at: (typeof ORDER)[number] }) {
  const t = await getTranslations('onboarding.steps')
  const words = await getTranslations('common.steps')
  const steps = ORDER.map(
    (key, index): Step => ({
      key,
      label: t(key),
      state: index < ORDER.indexOf(at) ? 'done' : key === at ? 'current' : 'next',
    }),
  )
  return (
    <nav aria-label={t('legend')}>
      <Steps steps={steps} words={{ done: words('done'), current: words('current'), next: words('next') }} />
    </nav>
  )
}
