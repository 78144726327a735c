import { getLocale, getTranslations } from 'next-intl/server'
import { type Fact, Facts } from '#/app/_ui/summary-list.tsx'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { findEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { formatBytes, formatDate } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'

/** What is known of a bericht without its content. */
export async function BerichtFacts({ bericht }: { bericht: BerichtView }) {
  const t = await getTranslations('berichten')
  const locale = localeFrom(await getLocale())
  const { envelope } = bericht
  // Of a bericht that is not read only its envelope says who it is from and to.
  const isOpaque = findEigenBijdrage(bericht.berichtsoort) !== null
  const rows: readonly (Fact & { readonly value: string | null })[] = [
    { term: t('detail.fact.direction'), value: t(`direction.${bericht.direction}`) },
    { term: t('detail.fact.verdict'), value: bericht.verdict && t(`detail.verdict.${bericht.verdict}`) },
    { term: t('detail.fact.refused'), value: bericht.isRefused ? t('detail.refused') : null },
    { term: t('detail.fact.awaits'), value: bericht.awaits && t(`waiting.awaits.${bericht.awaits}`) },
    { term: t('detail.fact.deadline'), value: bericht.deadlineOn && formatDate(bericht.deadlineOn, locale) },
    { term: t('detail.fact.identificatie'), value: bericht.identificatie, mono: true },
    { term: t('detail.fact.dagtekening'), value: bericht.dagtekening && formatDate(bericht.dagtekening, locale) },
    { term: t(isOpaque ? 'detail.fact.afzenderEnvelop' : 'detail.fact.afzender'), value: bericht.afzender, mono: true },
    {
      term: t(isOpaque ? 'detail.fact.ontvangerEnvelop' : 'detail.fact.ontvanger'),
      value: bericht.ontvanger,
      mono: true,
    },
    { term: t('detail.fact.versie'), value: bericht.versie },
    { term: t('detail.fact.fileName'), value: bericht.fileName },
    { term: t('detail.fact.size'), value: formatBytes(bericht.sizeBytes, locale) },
    { term: t('detail.fact.reference'), value: bericht.referentienummer, mono: true },
    { term: t('detail.fact.envelope'), value: envelope && t(`detail.envelopes.${envelope.berichtcode}`) },
    {
      term: t('detail.fact.answers'),
      value: envelope?.berichtcode === 'Du01' ? envelope.crossRefnummer : null,
      mono: true,
    },
    { term: t('detail.fact.sha256'), value: bericht.sha256, mono: true },
  ]
  return <Facts facts={rows.filter(({ value }) => value !== null)} />
}
