import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '#/app/_ui/button.tsx'
import { CircleCheck, CircleDashed, CircleX } from '#/app/_ui/drawings.ts'
import { Panel } from '#/app/_ui/panel.tsx'
import { Status } from '#/app/_ui/status.tsx'
import { type Fact, Facts } from '#/app/_ui/summary-list.tsx'
import type { AgreementView, GemeenteDetail } from '#/lib/organisations/gemeenten/read-gemeente.ts'
import { AGREEMENT_KINDS } from '#/lib/organisations/gemeenten/schema.ts'
import { formatDate, formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

async function AgreementState({ agreement }: { agreement: AgreementView | null }) {
  const t = await getTranslations('servicedesk.gemeente')
  if (!agreement) return <Status tone="warn" icon={CircleDashed} label={t('absent')} />
  if (agreement.withdrawn) return <Status tone="bad" icon={CircleX} label={t('withdrawn')} />
  return <Status tone="ok" icon={CircleCheck} label={t('inForce')} />
}

async function agreementFacts(agreement: AgreementView): Promise<Fact[]> {
  const t = await getTranslations('servicedesk.gemeente')
  const locale = localeFrom(await getLocale())
  const by = (name: string, moment: Date) => t('registeredByValue', { name, moment: formatMoment(moment, locale) })
  const { withdrawn } = agreement
  return [
    { term: t('signedOn'), value: formatDate(agreement.signedOn, locale) },
    { term: t('reference'), value: <span className="break-words">{agreement.documentReference}</span> },
    { term: t('registeredBy'), value: by(agreement.registeredBy, agreement.registeredAt) },
    ...(withdrawn
      ? [
          { term: t('withdrawnBy'), value: by(withdrawn.by, withdrawn.at) },
          { term: t('reason'), value: <span className="break-words">{withdrawn.reason}</span> },
        ]
      : []),
  ]
}

// On a phone the longest word is wider than the card.
const breakable = (title: string) => title.replaceAll('overeenkomst', '\u00ADovereenkomst')

/** Both agreements side by side: state, date, document, who; the way to withdraw one that is in force. */
export async function AgreementCards({ gemeente }: { gemeente: GemeenteDetail }) {
  const t = await getTranslations('servicedesk.gemeente')
  return (
    <div className="grid gap-6 md:grid-cols-2">
      {
        await Promise.all(
          AGREEMENT_KINDS.map(async (kind) => {
            const agreement = gemeente.agreements[kind]
            return (
              <Panel key={kind} title={breakable(t(kind))}>
                <AgreementState agreement={agreement} />
                {agreement ? <Facts facts={await agreementFacts(agreement)} /> : null}
                {agreement && !agreement.withdrawn ? (
                  <form
                    action={`/servicedesk/gemeenten/${gemeente.id}/overeenkomsten/${agreement.id}/intrekken`}
                    method="get"
                  >
                    <Button look="danger">
                      {t('withdraw')}
                      <span className="sr-only">: {t(kind)}</span>
                    </Button>
                  </form>
                ) : null}
              </Panel>
            )
          }),
        )
      }
    </div>
  )
}
