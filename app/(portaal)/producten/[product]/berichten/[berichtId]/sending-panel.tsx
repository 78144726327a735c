import { Panel } from '#/app/_ui/panel.tsx'
import type { BerichtDetail } from '#/lib/berichten/schema.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

type SendingPanelProps = {
  readonly sending: NonNullable<BerichtDetail['sending']>
  readonly locale: Locale
}

/** Why a bericht has not arrived yet, or was given up: what went wrong, how often it was tried, and what comes next. */
export function SendingPanel({ sending: { attempts, failure, nextAt }, locale }: SendingPanelProps) {
  const t = translator(locale, 'berichten')
  if (failure === null) return null
  return (
    <Panel title={t('sending.title')}>
      <div className="flex max-w-text flex-col gap-2">
        <p>
          {t(`sending.failures.${failure.kind}`)}{' '}
          {failure.code === null ? null : (
            <span className="text-ink-soft">{t('sending.code', { code: failure.code })}</span>
          )}
        </p>
        {nextAt === null ? (
          <p>{t('sending.given', { count: attempts })}</p>
        ) : (
          <>
            <p>{t('sending.tries', { count: attempts, moment: formatMoment(nextAt, locale) })}</p>
            <p>{t('sending.nothing')}</p>
          </>
        )}
      </div>
    </Panel>
  )
}
