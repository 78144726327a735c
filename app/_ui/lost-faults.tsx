import { getTranslations } from 'next-intl/server'
import { Banner } from '#/app/_ui/banner.tsx'

/**
 * What was wrong with a form that was sent without script, on a page where that form no longer stands: somebody else was
 * first, or the same form did its work a moment ago. A form that is there says it itself, and this gives way.
 */
export async function LostFaults({ faults }: { faults: readonly string[] }) {
  const t = await getTranslations('common.form')
  return (
    <div className="[main:has([data-error-summary])_&]:hidden">
      <Banner tone="bad" title={t('summaryTitle')} announce>
        {faults.map((fault) => (
          <p key={fault}>{fault}</p>
        ))}
      </Banner>
    </div>
  )
}
