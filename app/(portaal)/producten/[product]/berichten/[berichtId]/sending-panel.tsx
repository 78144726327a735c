import { Panel } from '#/app/_ui/panel.tsx'
import type { BerichtDetail } from '#/lib/berichten/schema.ts'
import type { Failure } from '#/lib/chain/outbound/failure.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

type SendingPanelProps = {
  readonly sending: NonNullable<BerichtDetail['sending']>
  readonly direction: BerichtDetail['direction']
  readonly locale: Locale
}

/** What went wrong: with the chain for what was delivered, with the gemeente's own software for what was received. */
function why({ kind }: Failure, direction: BerichtDetail['direction'], locale: Locale): string {
  return direction === 'AANGELEVERD'
    ? translator(locale, 'berichten')(`sending.failures.${kind}`)
    : translator(locale, 'settings')(`connection.failures.${kind}`)
}

/** Why a bericht has not arrived yet, or was given up: what went wrong, how often it was tried, and what comes next. */
export function SendingPanel({ sending: { attempts, failure, nextAt }, direction, locale }: SendingPanelProps) {
  const t = translator(locale, 'berichten')
  if (failure === null) return null
  const isForwarded = direction === 'ONTVANGEN'
  const count = attempts
  const moment = nextAt && formatMoment(nextAt, locale)
  return (
    <Panel title={t(isForwarded ? 'sending.forward.title' : 'sending.title')}>
      <div className="flex max-w-text flex-col gap-2">
        <p>
          {why(failure, direction, locale)}{' '}
          {failure.code === null ? null : (
            <span className="text-ink-soft">{t('sending.code', { code: failure.code })}</span>
          )}
        </p>
        {moment === null ? (
          <p>{t(isForwarded ? 'sending.forward.given' : 'sending.given', { count })}</p>
        ) : (
          <p>{t(isForwarded ? 'sending.forward.tries' : 'sending.tries', { count, moment })}</p>
        )}
        {moment === null || isForwarded ? null : <p>{t('sending.nothing')}</p>}
      </div>
    </Panel>
  )
}
