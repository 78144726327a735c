import { LOCALE_COOKIE, LOCALE_PARAMETER, LOCALES } from '#/lib/platform/i18n/locale.ts'

/** The themes a person can choose; `system` follows the device. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Cookie that remembers the theme; its value is a Theme. */
export const THEME_COOKIE = '__Host-thema'
/** Query parameter that sets the theme: `?thema=dark`. */
export const THEME_PARAMETER = 'thema'

/** How long a chosen language or theme is remembered, in seconds: one year. */
export const PREFERENCE_SECONDS = 365 * 24 * 60 * 60

/** The theme for the value of the cookie; anything unknown or absent follows the device. */
export function themeFrom(cookieValue: string | null | undefined): Theme {
  return THEMES.find((theme) => theme === cookieValue) ?? 'system'
}

/** What an address asks to remember, and the address without that question. */
export type ChosenPreferences = {
  readonly cookies: readonly { readonly name: string; readonly value: string }[]
  /** Path and query to send the browser to; never another host. */
  readonly location: string
}

const CHOICES = [
  { parameter: LOCALE_PARAMETER, cookie: LOCALE_COOKIE, values: LOCALES as readonly string[] },
  { parameter: THEME_PARAMETER, cookie: THEME_COOKIE, values: THEMES as readonly string[] },
]

/**
 * Reads `?taal=` and `?thema=` from an address. Null when it carries neither. An unknown value is removed from the
 * address and sets no cookie, so that a mangled link still opens the page.
 */
export function chosenPreferences(address: URL): ChosenPreferences | null {
  const query = new URLSearchParams(address.search)
  if (!CHOICES.some(({ parameter }) => query.has(parameter))) return null
  const cookies = CHOICES.flatMap(({ parameter, cookie, values }) => {
    const value = query.get(parameter)
    query.delete(parameter)
    return value !== null && values.includes(value) ? [{ name: cookie, value }] : []
  })
  const rest = query.toString()
  // Leading slashes are folded: `//host` as a location would lead to another site.
  const path = address.pathname.replace(/^[/\\]+/, '/')
  return { cookies, location: rest === '' ? path : `${path}?${rest}` }
}
