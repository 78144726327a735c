import { Panel } from '#/app/_ui/panel.tsx'
import type { ReceivedFault } from '#/lib/berichten/stored-envelope.ts'
import { describeFault } from '#/lib/envelope/faults/describe-fault.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** Why the chain refused a bericht: its code, what that means, what to do, and what the sender wrote beside it. */
export function FaultPanel({ fault, locale }: { readonly fault: ReceivedFault; readonly locale: Locale }) {
  const t = translator(locale, 'berichten')
  const { code, zender, omschrijving } = fault
  const { uitleg, herstel, other } = describeFault(code, zender, locale)
  return (
    <Panel title={t('detail.fault.title')}>
      <div className="flex max-w-text flex-col gap-2">
        <p>
          <span className="pz-code">{code}</span> {uitleg}
        </p>
        <p>
          <span className="font-semibold">{t('detail.finding.todo')}:</span> {herstel}
        </p>
        {omschrijving === '' ? null : (
          <p>
            <span className="font-semibold">{t('detail.fault.words', { sender: zender })}:</span>{' '}
            <span className="break-words">{omschrijving}</span>
          </p>
        )}
        {other === null ? null : (
          <p className="text-small text-ink-soft">
            {t('detail.fault.other')} {other.uitleg} {other.herstel}
          </p>
        )}
      </div>
    </Panel>
  )
}
