import type { EndedSession } from '#/lib/identity/sessions/resolve-session.ts'
import type { SessionEnd } from '#/lib/identity/sessions/session-rules.ts'

/** How the address of the login page names the reason for which a session ended; each has a text of its own there. */
export const END_WORDS = {
  INACTIEF: 'verlopen',
  ABSOLUUT: 'duur',
  OVEREENKOMST: 'overeenkomst',
  UITGELOGD: 'uitgelogd',
  VERVANGEN: 'vervangen',
  CODE_GEBRUIKT: 'code',
  GEBLOKKEERD: 'geblokkeerd',
  ROL_GEWIJZIGD: 'rol',
  BEEINDIGD: 'beeindigd',
  TE_VEEL_SESSIES: 'sessies',
} as const satisfies Record<SessionEnd, string>

type Asked = {
  /** The session that turned out to be over; null when none is known. */
  readonly ended: EndedSession | null
  /** Path and query of the page that was asked for, or on which a form stood. */
  readonly page: string
  /** The way back leads there. Not for an address that was sent something. */
  readonly comesBack?: boolean
  /** What was typed has just been kept. */
  readonly isKept?: boolean
}

/**
 * The address of the login page for who has no live session, with why it ended and the way back. The door is that of who
 * the session was of; without one, that of the page.
 */
export function loginPage({ ended, page, comesBack = true, isKept = false }: Asked): string {
  const isStaff = ended ? ended.isStaff : /^\/servicedesk(?:[/?]|$)/.test(page)
  const query = new URLSearchParams({
    ...(ended ? { reden: END_WORDS[ended.reason] } : {}),
    ...(isKept ? { bewaard: 'ja' } : {}),
    ...(comesBack ? { terug: page } : {}),
  })
  return `${isStaff ? '/servicedesk/inloggen' : '/inloggen'}?${query}`
}
