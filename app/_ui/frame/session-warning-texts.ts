import type { SessionWarningTexts } from '#/app/_ui/session-warning.tsx'
import type { translator } from '#/lib/platform/i18n/translator.ts'

type CommonTexts = ReturnType<typeof translator<'common'>>

/** Moments at which a screen reader hears the time left: each minute, and every 20 seconds in the last one. */
function announcedSeconds(warningMinutes: number): number[] {
  const minutes = Array.from({ length: Math.floor(warningMinutes) }, (_, index) => (index + 1) * 60)
  return [...minutes.reverse(), 40, 20].filter((seconds) => seconds <= Math.max(20, warningMinutes * 60))
}

/** All texts of the warning, made on the server: no translation library travels to the browser. */
export function sessionWarningTexts(t: CommonTexts, warningMinutes: number): SessionWarningTexts {
  return {
    title: t('session.title'),
    explanation: t('session.explanation'),
    absoluteTitle: t('session.absoluteTitle'),
    absoluteExplanation: t('session.absoluteExplanation'),
    stay: t('session.stay'),
    understood: t('session.understood'),
    logout: t('session.leave'),
    failed: t('session.failed'),
    endedTitle: t('session.endedTitle'),
    ended: t('session.ended'),
    toLogin: t('session.toLogin'),
    announcements: announcedSeconds(warningMinutes).map((seconds) => ({
      seconds,
      text:
        seconds >= 60
          ? t('session.inMinutes', { minutes: seconds / 60 })
          : t('session.inSeconds', { seconds: String(seconds) }),
    })),
  }
}
