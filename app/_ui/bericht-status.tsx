import {
  ArrowRight,
  BadgeAlert,
  Check,
  CheckCheck,
  CircleX,
  Clock,
  Inbox,
  PlugZap,
  Search,
  TimerOff,
  Undo2,
} from '#/app/_ui/drawings.ts'
import { Status, type StatusLook } from '#/app/_ui/status.tsx'
import type { BerichtStatus } from '#/lib/generated/prisma/enums.ts'

/** How each state of a bericht looks; a new state without a look does not compile. */
export const BERICHT_STATUS_LOOK: Readonly<Record<BerichtStatus, StatusLook>> = {
  ONTVANGEN: { tone: 'quiet', icon: Search },
  IN_CONTROLE: { tone: 'quiet', icon: Search },
  AFGEKEURD: { tone: 'bad', icon: CircleX },
  IN_WACHTRIJ: { tone: 'quiet', icon: Clock },
  VERZONDEN: { tone: 'quiet', icon: ArrowRight },
  AFGELEVERD: { tone: 'plain', icon: Check },
  BEANTWOORD: { tone: 'ok', icon: CheckCheck },
  KETENFOUT: { tone: 'warn', icon: BadgeAlert },
  MISLUKT: { tone: 'bad', icon: CircleX },
  INGETROKKEN: { tone: 'plain', icon: Undo2 },
  BESCHIKBAAR: { tone: 'info', icon: Inbox },
  OPGEHAALD: { tone: 'plain', icon: Check },
  DOORGESTUURD: { tone: 'plain', icon: PlugZap },
  VERLOPEN: { tone: 'plain', icon: TimerOff },
}

/** The state of a bericht; the label comes from the copy of berichten (`status.<STATE>`). */
export function BerichtStatusBadge({
  status,
  label,
  line,
}: {
  status: BerichtStatus
  label: string
  line?: React.ReactNode
}) {
  return <Status {...BERICHT_STATUS_LOOK[status]} label={label} line={line} />
}
