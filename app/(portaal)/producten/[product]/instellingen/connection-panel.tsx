import { getLocale, getMessages } from 'next-intl/server'
import { formTexts } from '#/app/_server/form-texts.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { Facts } from '#/app/_ui/summary-list.tsx'
import {
  changeConnectionAction,
  testConnectionAction,
} from '#/app/(portaal)/producten/[product]/instellingen/connection-actions.ts'
import { ConnectionForm } from '#/app/(portaal)/producten/[product]/instellingen/connection-form.tsx'
import { TestForm } from '#/app/(portaal)/producten/[product]/instellingen/test-form.tsx'
import type { Product } from '#/lib/access/products.ts'
import { clock } from '#/lib/platform/clock.ts'
import { formatDate } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { settings as systemSettings } from '#/lib/platform/settings/settings.ts'
import { certificateStage } from '#/lib/settings/certificate-stage.ts'
import { describeCertificate } from '#/lib/settings/client-certificate.ts'
import { CHANNELS, isSentTo, STUF_VERSIONS } from '#/lib/settings/connection-schema.ts'
import type { SettingsView } from '#/lib/settings/schema.ts'
import { QUESTIONS_PATH } from '#/lib/wlz/software/address.ts'

/** What the certificate that is in force says. */
async function CertificateFacts({ pem }: { readonly pem: string }) {
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'settings')
  const certificate = describeCertificate(pem)
  if (certificate === null) return null
  const { subject, issuer, oin, validUntil, fingerprint } = certificate
  const facts = [
    { term: t('connection.facts.subject'), value: subject },
    { term: t('connection.facts.oin'), value: oin ?? t('nothing'), mono: true },
    { term: t('connection.facts.issuer'), value: issuer },
    { term: t('connection.facts.validUntil'), value: formatDate(validUntil.toISOString().slice(0, 10), locale) },
    { term: t('connection.facts.fingerprint'), value: fingerprint, mono: true },
  ]
  return <Facts facts={facts} />
}

/** What is said of a certificate that is about to expire, or has. */
async function CertificateEnd({ pem }: { readonly pem: string }) {
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'settings')
  const until = describeCertificate(pem)?.validUntil
  const stage = until === undefined ? null : certificateStage(until.getTime() - clock.now().getTime())
  if (until === undefined || stage === null) return null
  const date = formatDate(until.toISOString().slice(0, 10), locale)
  if (stage === 0) return <Banner tone="bad" title={t('connection.expired', { date })} />
  return <Banner tone="warn" title={t('connection.expires', { date })} />
}

/** What differs for the Wlz-Registertoets: the software of the gemeente asks, and nothing is sent to it. */
async function panelWords(product: Product) {
  const t = translator(localeFrom(await getLocale()), 'settings')
  const { webservice } = systemSettings()
  if (isSentTo(product))
    return {
      lead: t('connection.lead'),
      channel: t('connection.channel'),
      channelHint: t('connection.channelHint'),
      channels: CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) })),
    }
  const address = webservice === null ? QUESTIONS_PATH : new URL(QUESTIONS_PATH, webservice.url).href
  return {
    lead: t('connection.wlz.lead', { address }),
    channel: t('connection.wlz.channel'),
    channelHint: t('connection.wlz.channelHint'),
    channels: CHANNELS.map((value) => ({ value, label: t(`connection.wlz.channels.${value}`) })),
  }
}

type ConnectionPanelProps = { readonly product: Product; readonly settings: SettingsView }

/** The software of the gemeente: how berichten reach it, how it is known, and whether it can be reached. */
export async function ConnectionPanel({ product, settings }: ConnectionPanelProps) {
  const t = translator(localeFrom(await getLocale()), 'settings')
  const { errors } = (await getMessages()).settings.connection
  const texts = await formTexts(errors)
  const words = await panelWords(product)
  const { version, channel, endpoint, stufVersion, oin, clientCertificate } = settings
  return (
    <Panel title={t('connection.title')}>
      <p className="max-w-text break-words">{words.lead}</p>
      <ConnectionForm
        action={changeConnectionAction}
        product={product}
        version={version}
        channel={channel}
        endpoint={isSentTo(product) ? (endpoint ?? '') : null}
        stufVersion={stufVersion}
        oin={oin ?? ''}
        certificate={clientCertificate?.trim() ?? ''}
        channels={words.channels}
        stufVersions={STUF_VERSIONS.map((value) => ({ value, label: t(`stufVersions.${value}`) }))}
        texts={{
          channel: words.channel,
          channelHint: words.channelHint,
          endpoint: t('connection.endpoint'),
          endpointHint: t('connection.endpointHint'),
          stufVersion: t('connection.stufVersion'),
          oin: t('connection.oin'),
          oinHint: t('connection.oinHint'),
          optional: t('connection.optional'),
          certificate: t('connection.certificate'),
          certificateHint: t('connection.certificateHint'),
          certificateFile: t('connection.certificateFile'),
          certificateFileHint: t('connection.certificateFileHint'),
          certificateRead: t('connection.certificateRead'),
          submit: t('connection.submit'),
        }}
        formTexts={texts}
      />
      {clientCertificate === null ? null : <CertificateEnd pem={clientCertificate} />}
      {clientCertificate === null ? null : <CertificateFacts pem={clientCertificate} />}
      {endpoint === null ? null : (
        <TestForm action={testConnectionAction} product={product} text={t('connection.test')} formTexts={texts} />
      )}
    </Panel>
  )
}
