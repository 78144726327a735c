/** The languages of the portal; Dutch is the source and the default. */
export const LOCALES = ['nl', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'nl'

/** Cookie that remembers the language; its value is a Locale. */
export const LOCALE_COOKIE = '__Host-taal'
/** Query parameter that sets the language: `?taal=en`. */
export const LOCALE_PARAMETER = 'taal'

/** Where every time that a person reads is told. */
export const TIME_ZONE = 'Europe/Amsterdam'

const isLocale = (value: string | null | undefined): value is Locale => LOCALES.some((locale) => locale === value)

/** The language for the value of the cookie; anything unknown or absent is Dutch. */
export function localeFrom(cookieValue: string | null | undefined): Locale {
  return isLocale(cookieValue) ? cookieValue : DEFAULT_LOCALE
}
