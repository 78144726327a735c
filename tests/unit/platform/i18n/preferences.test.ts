import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { chosenPreferences, themeFrom } from '#/lib/platform/i18n/preferences.ts'

const chosen = (path: string) => chosenPreferences(new URL(path, 'http://localhost:3000'))

describe('preferences', () => {
  it('falls back to Dutch and the theme of the device for unknown cookies', () => {
    expect(['en', 'nl', 'de', '', undefined].map(localeFrom)).toEqual(['en', 'nl', 'nl', 'nl', 'nl'])
    expect(['dark', 'light', 'x', undefined].map(themeFrom)).toEqual(['dark', 'light', 'system', 'system'])
  })

  it('reads language and theme from an address and keeps the rest of it', () => {
    expect(chosen('/help')).toBeNull()
    expect(chosen('/inloggen?terug=%2Fdashboard&taal=en')).toEqual({
      cookies: [{ name: '__Host-taal', value: 'en' }],
      location: '/inloggen?terug=%2Fdashboard',
    })
    expect(chosen('/?taal=nl&thema=dark')?.cookies).toEqual([
      { name: '__Host-taal', value: 'nl' },
      { name: '__Host-thema', value: 'dark' },
    ])
  })

  it('drops an unknown value without a cookie', () => {
    expect(chosen('/?taal=xx')).toEqual({ cookies: [], location: '/' })
  })

  // `//evil.example` as a Location header is another site.
  it('never leads to another site', () => {
    expect(chosen('http://localhost:3000//evil.example/?taal=en')?.location).toBe('/evil.example/')
  })
})
