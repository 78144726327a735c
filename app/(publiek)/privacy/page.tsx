import { getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { BulletList, Prose, ProseSection } from '#/app/_ui/prose.tsx'
import { settings } from '#/lib/platform/settings/settings.ts'

export const generateMetadata = pageTitle(async () => (await getTranslations('public'))('privacy.title'))

const KEPT = ['row1', 'row2', 'row3', 'row4', 'row5'] as const
type Kept = (typeof KEPT)[number]

/** Which data of employees is kept, why and how long, and how berichten are treated. */
export default definePage(async function PrivacyPage() {
  const t = await getTranslations('public')
  const columns: readonly Column<Kept>[] = [
    { key: 'data', header: t('privacy.you.data'), cell: (row) => t(`privacy.you.${row}`), isRowHeader: true },
    { key: 'why', header: t('privacy.you.why'), cell: (row) => t(`privacy.you.${row}Why`) },
    { key: 'howLong', header: t('privacy.you.howLong'), cell: (row) => t(`privacy.you.${row}Long`) },
  ]
  return (
    <Prose title={t('privacy.title')} lead={t('privacy.lead')}>
      <ProseSection title={t('privacy.who.title')}>
        <p>{t('privacy.who.text', { operator: settings().operator.name })}</p>
      </ProseSection>
      <section className="flex flex-col gap-3">
        <h2 className="text-h2">{t('privacy.you.title')}</h2>
        <DataTable caption={t('privacy.you.caption')} columns={columns} rows={KEPT} rowKey={(row) => row} />
      </section>
      <ProseSection title={t('privacy.messages.title')}>
        <BulletList
          items={[
            t('privacy.messages.encrypted'),
            t('privacy.messages.access'),
            t('privacy.messages.retention'),
            t('privacy.messages.log'),
          ]}
        />
      </ProseSection>
      <ProseSection title={t('privacy.cookies.title')}>
        <p>{t('privacy.cookies.text')}</p>
      </ProseSection>
      <ProseSection title={t('privacy.rights.title')}>
        <p>{t('privacy.rights.text')}</p>
        <p>{t('privacy.rights.citizens')}</p>
      </ProseSection>
    </Prose>
  )
})
