import { getTranslations } from 'next-intl/server'
import { Panel } from '#/app/_ui/panel.tsx'
import { BulletList } from '#/app/_ui/prose.tsx'
import { functieVersieOf } from '#/lib/envelope/functies.ts'
import { NEWEST_EIGEN_BIJDRAGE_RELEASE } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'

const DOES = ['envelope', 'functie', 'size', 'encoding', 'duplicate'] as const
const DOES_NOT = ['content', 'text', 'verdict', 'term'] as const

/** Where on the page the checks are explained. */
export const CHECKS_ID = 'controles'

/** Which checks these berichten get and which they do not: whoever relies on a check must know that it is there. */
export async function ChecksPanel() {
  const t = await getTranslations('berichten.eigenBijdrage.checks')
  const versie = NEWEST_EIGEN_BIJDRAGE_RELEASE
  return (
    <Panel title={t('title')} id={CHECKS_ID}>
      <p className="max-w-text">{t('why')}</p>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        <div className="flex flex-col gap-2">
          <h3 className="font-semibold">{t('does')}</h3>
          <BulletList items={DOES.map((item) => t(`doesItems.${item}`))} />
        </div>
        <div className="flex flex-col gap-2">
          <h3 className="font-semibold">{t('doesNot')}</h3>
          <BulletList items={DOES_NOT.map((item) => t(`doesNotItems.${item}`))} />
        </div>
      </div>
      <p className="max-w-text">{t('assumed', { versie, ...functieVersieOf(versie) })}</p>
    </Panel>
  )
}
