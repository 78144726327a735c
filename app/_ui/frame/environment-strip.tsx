import { getTranslations } from 'next-intl/server'
import { FlaskConical } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { settings } from '#/lib/platform/settings/settings.ts'

/** Above every page of the demo and the chain test environment: nobody may take them for the real portal. */
export async function EnvironmentStrip() {
  const { omgeving } = settings()
  if (omgeving === 'productie') return null
  const t = await getTranslations('common')
  return (
    <p data-surface="warn" className="bg-warn-ground text-small text-warn">
      <span className="mx-auto flex max-w-page items-start gap-2 px-4 py-1.5 sm:px-6 lg:px-8">
        <Icon of={FlaskConical} className="mt-0.5 size-4.5 shrink-0" />
        {t(`environment.${omgeving}`)}
      </span>
    </p>
  )
}
