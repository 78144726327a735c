import { PreferenceLink } from '#/app/_ui/frame/preference-link.tsx'
import { LOCALE_PARAMETER } from '#/lib/platform/i18n/locale.ts'

/** The way to the other language, in that language. */
export function LanguageLink({ text, locale }: { text: string; locale: string }) {
  return (
    <PreferenceLink
      parameter={LOCALE_PARAMETER}
      value={locale}
      lang={locale}
      className="inline-flex min-h-11 items-center rounded-control px-3 text-small font-semibold text-ink-soft hover:bg-tint hover:text-ink hover:underline"
    >
      {text}
    </PreferenceLink>
  )
}
