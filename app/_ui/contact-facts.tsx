import { getTranslations } from 'next-intl/server'
import { dialled } from '#/app/_ui/dialled.ts'
import { Clock, Mail, Phone } from '#/app/_ui/drawings.ts'
import { EmailText } from '#/app/_ui/email-text.tsx'
import { Icon } from '#/app/_ui/icon.tsx'
import { PlainLink } from '#/app/_ui/link.tsx'
import { settings } from '#/lib/platform/settings/settings.ts'

/** How and when to reach the servicedesk: telephone first. */
export async function ContactFacts() {
  const t = await getTranslations('public')
  const { operator } = settings()
  const row = 'flex items-start gap-3'
  const icon = 'mt-1 size-5 shrink-0 text-action'
  return (
    <dl className="flex flex-col gap-2">
      <div className={row}>
        <dt>
          <Icon of={Phone} className={icon} />
          <span className="sr-only">{t('help.contact.phone')}</span>
        </dt>
        <dd>
          <PlainLink href={dialled(operator.phone)} className="pz-link text-h2 font-heavy">
            {operator.phone}
          </PlainLink>
        </dd>
      </div>
      <div className={row}>
        <dt>
          <Icon of={Clock} className={icon} />
          <span className="sr-only">{t('help.contact.hours')}</span>
        </dt>
        <dd>{operator.hours}</dd>
      </div>
      <div className={row}>
        <dt>
          <Icon of={Mail} className={icon} />
          <span className="sr-only">{t('help.contact.email')}</span>
        </dt>
        <dd className="min-w-0 break-words">
          <PlainLink href={`mailto:${operator.email}`}>
            <EmailText address={operator.email} />
          </PlainLink>
        </dd>
      </div>
    </dl>
  )
}
