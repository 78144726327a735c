import { BadgeAlert, Clock, Inbox, KeyRound, SlidersHorizontal } from '#/app/_ui/drawings.ts'
import type { StatusLook } from '#/app/_ui/status.tsx'
import type { NotificationView } from '#/lib/inbox/schema.ts'
import type { NotificationKind } from '#/lib/notifications/kinds.ts'

/** How each kind looks in the list. */
export const NOTIFICATION_LOOK: Readonly<Record<NotificationKind, StatusLook>> = {
  NIEUWE_BERICHTEN: { tone: 'info', icon: Inbox },
  KETENFOUT: { tone: 'warn', icon: BadgeAlert },
  TERMIJN: { tone: 'warn', icon: Clock },
  CERTIFICAAT: { tone: 'warn', icon: KeyRound },
  INSTELLINGEN: { tone: 'plain', icon: SlidersHorizontal },
}

/** Where one can act on it: the bericht when it is about one, else the list or the settings. */
export function notificationHref({ kind, product, berichtId }: NotificationView): string {
  const list = `/producten/${product}/berichten`
  switch (kind) {
    case 'NIEUWE_BERICHTEN':
      return `${list}?status=BESCHIKBAAR`
    case 'KETENFOUT':
      return berichtId ? `${list}/${berichtId}` : `${list}?aandacht=fouten`
    case 'TERMIJN':
      return berichtId ? `${list}/${berichtId}` : `/producten/${product}/wacht-op-antwoord`
    case 'CERTIFICAAT':
    case 'INSTELLINGEN':
      return `/producten/${product}/instellingen`
  }
}
