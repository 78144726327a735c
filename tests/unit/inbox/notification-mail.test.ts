import { PRODUCTS } from '#/lib/access/products.ts'
import { renderNotification } from '#/lib/inbox/telling/notification-mail.ts'
import { NOTIFICATION_KINDS } from '#/lib/notifications/kinds.ts'
import { LOCALES } from '#/lib/platform/i18n/locale.ts'
import { setSettings } from '#/lib/platform/settings/settings.ts'
import { settingsWith } from '#/tests/support/settings.ts'

beforeEach(() => setSettings(settingsWith()))

const cases = NOTIFICATION_KINDS.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const))

// Guards the reader: every mail is complete in both languages, links to the portal only and loads nothing.
it.each(cases)(
  'a mail of %s in %s has words for one and for many, one link, and nothing that is fetched',
  (kind, locale) => {
    const texts = [0, 1, 7].map((amount) => renderNotification([{ kind, product: 'ijw', amount }], 'Oost', locale))
    for (const { subject, text, html } of texts) {
      expect(subject).toMatch(/iJw/)
      expect(text).toContain('http://localhost:3500/mijn/meldingen')
      expect(html.match(/https?:/g)).toHaveLength(1)
      expect(html).not.toMatch(/<img|<link|<style|src=|url\(/)
      expect(text + html).not.toMatch(/\{\w+/)
      expect(text).toContain('Oost')
    }
  },
)

it('a mail with several lines has a sentence for each and a subject for all', () => {
  const lines = PRODUCTS.map((product) => ({ kind: 'INSTELLINGEN', product, amount: 1 }) as const)
  const { subject, text } = renderNotification(lines, 'Oost', 'nl')
  expect(subject).toBe('Nieuwe meldingen in Portaal Zorg')
  for (const name of ['iWmo', 'iJw', 'Wlz-Registertoets']) expect(text).toContain(`instellingen van ${name}`)
})
