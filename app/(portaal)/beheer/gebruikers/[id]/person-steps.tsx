import { getTranslations } from 'next-intl/server'
import { type Step, Steps } from '#/app/_ui/steps.tsx'
import type { MemberDetail } from '#/lib/organisations/members/read-member.ts'

const ROAD = ['PROFIEL', 'VERIFICATIE', 'OPNIEUW_INLOGGEN', 'ACTIEF'] as const

/** How far somebody is with the first login; for a blocked person, where the block came. */
export async function PersonSteps({ person }: { person: MemberDetail }) {
  const t = await getTranslations('beheer.user')
  const words = await getTranslations('common.steps')
  const at = ROAD.findIndex((state) => state === (person.stateBeforeBlock ?? person.state))
  const steps = ROAD.map((state, index): Step => {
    const isDone = index < at || (state === 'ACTIEF' && index === at)
    return { key: state, label: t(`step.${state}`), state: isDone ? 'done' : index === at ? 'current' : 'next' }
  })
  return (
    <section aria-label={t('steps')}>
      <Steps steps={steps} words={{ done: words('done'), current: words('current'), next: words('next') }} />
    </section>
  )
}
