import { MAIL_TEMPLATES, type Mail } from '#/lib/notifications/mail.ts'
import { renderMail } from '#/lib/notifications/render-mail.ts'
import { LOCALES } from '#/lib/platform/i18n/locale.ts'
import { setSettings } from '#/lib/platform/settings/settings.ts'
import { settingsWith } from '#/tests/support/settings.ts'

beforeEach(() => setSettings(settingsWith()))

const mail = (template: Mail['template'], params: Mail['params'] = {}): Mail => ({
  to: { kind: 'member', id: 'm-1' },
  template,
  params,
})

describe('renderMail', () => {
  // Guards the reader: every mail is complete in both languages, links to the portal only and loads nothing.
  it.each(MAIL_TEMPLATES.flatMap((template) => LOCALES.map((locale) => [template, locale] as const)))(
    'renders %s in %s with one link, and nothing that is fetched',
    (template, locale) => {
      for (const reader of ['person', 'servicedesk'] as const) {
        const { subject, text, html } = renderMail(mail(template), reader, locale)
        expect(subject).not.toBe('')
        expect(text).toContain('http://localhost:3500/')
        expect(html).toContain(`<html lang="${locale}">`)
        expect(html.match(/https?:/g)).toHaveLength(1)
        expect(html).not.toMatch(/<img|<link|<style|src=|url\(/)
        expect(text + html).not.toMatch(/\{\w+\}/)
      }
    },
  )

  it('leads gebruikersbeheerders and the servicedesk to where each can act', () => {
    expect(renderMail(mail('new-user-waiting'), 'person', 'nl').text).toContain('/beheer/gebruikers')
    const forDesk = renderMail(mail('new-user-waiting'), 'servicedesk', 'nl').text
    expect(forDesk).toContain('/servicedesk/gemeenten')
    expect(forDesk).toContain('zonder gebruikersbeheerder')
  })

  // Guards against a name of a gemeente that is read as markup.
  it('shows the gemeente as text', () => {
    const { html, text } = renderMail(mail('new-user-waiting', { gemeente: '<b>Oost & "West"</b>' }), 'person', 'nl')
    expect(text).toContain('Het gaat om <b>Oost & "West"</b>.')
    expect(html).toContain('Het gaat om &lt;b&gt;Oost &amp; &quot;West&quot;&lt;/b&gt;.')
  })
})
