import { z } from 'zod'
import { BERICHT_PRODUCTS, type BerichtProduct } from '#/lib/access/products.ts'
import type { OutOfReach } from '#/lib/berichten/content-state.ts'
import type { ReceivedFault, StoredEnvelope } from '#/lib/berichten/stored-envelope.ts'
import type { SendingState } from '#/lib/chain/outbound/read-sending.ts'
import type { Awaited, BerichtStatus, Direction, TimelineNote, Verdict } from '#/lib/generated/prisma/enums.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'

/** Addresses of one bericht; a malformed id is an id that does not exist. */
export const BerichtAddress = z.strictObject({ product: z.enum(BERICHT_PRODUCTS), berichtId: z.uuid() })
export type BerichtAddress = z.infer<typeof BerichtAddress>

/** Address of the berichten of a product. */
export const BerichtenAddress = z.strictObject({ product: z.enum(BERICHT_PRODUCTS) })

/** In which form a content is fetched: the bericht itself, or the envelope round it. */
export const CONTENT_FORMS = ['bericht', 'envelop'] as const
export type ContentForm = (typeof CONTENT_FORMS)[number]

/**
 * The forms that a bericht has. An envelope out of which nothing could be taken has no bericht; a bericht without envelope
 * was refused, came bare, or answers something that the portal does not know.
 */
export function formsOf(envelope: StoredEnvelope | null): readonly ContentForm[] {
  const hasBericht = !envelope?.delivered || envelope.delivered.payload !== null
  const hasEnvelope = envelope !== null && (envelope.delivered !== null || envelope.header !== null)
  return CONTENT_FORMS.filter((form) => (form === 'bericht' ? hasBericht : hasEnvelope))
}

/**
 * What another bericht is to the one that is looked at: what it answers, its retourbericht, its answer, its correction, or
 * the earlier one that it corrects.
 */
export type Relation = 'heen' | 'retour' | 'antwoord' | 'correctie' | 'eerder'

/** What happened to a bericht, and who or what did it; `byName` null is the portal itself. */
export type StatusChangeView = {
  readonly id: string
  readonly status: BerichtStatus
  readonly at: Date
  readonly byName: string | null
  readonly explanation: string | null
  /** What happened when it was no change of status; `explanation` is then the day that passed. */
  readonly note: TimelineNote | null
}

/** A bericht as its gemeente sees it. The content is fetched apart and never part of this. */
export type BerichtView = {
  readonly id: string
  readonly product: BerichtProduct
  readonly direction: Direction
  readonly status: BerichtStatus
  readonly berichtsoort: string | null
  readonly versie: string | null
  readonly afzender: string | null
  readonly ontvanger: string | null
  readonly identificatie: string | null
  /** `YYYY-MM-DD` */
  readonly dagtekening: string | null
  readonly referentienummer: string | null
  readonly fileName: string
  readonly sizeBytes: number
  /** Of the bericht itself, 64 hexadecimal digits. */
  readonly sha256: string
  readonly createdAt: Date
  readonly receivedAt: Date | null
  /** When the first try was made to send it; from then on the chain may have it. */
  readonly sentAt: Date | null
  /** What is due next on it; null when nothing is. */
  readonly awaits: Awaited | null
  /** Last day on which that is due, `YYYY-MM-DD`; null while it cannot be known. */
  readonly deadlineOn: string | null
  /** That day is over. */
  readonly isLate: boolean
  /** When the last answer came after which nothing is due. */
  readonly answeredAt: Date | null
  /** Whether it refuses the whole of what it answers; null when it answers nothing. */
  readonly verdict: Verdict | null
  /** Its newest retourbericht refuses it: it counts as not sent. */
  readonly isRefused: boolean
  /** In a list only the first few; the counts are those of all. */
  readonly findings: readonly Finding[]
  readonly errorCount: number
  readonly warningCount: number
  /** What its envelope says; null when it has none. */
  readonly envelope: StoredEnvelope['header']
  /** It came in that envelope: places of findings in the bericht itself are marked `inEnvelop`. */
  readonly isEnveloped: boolean
  /** In which forms the content can be fetched, as long as it is there. */
  readonly forms: readonly ContentForm[]
  /** What the chain said when it refused it. */
  readonly fault: ReceivedFault | null
  /** Why nobody gets at its content; null when it can be fetched and read. */
  readonly outOfReach: OutOfReach | null
  /** The change that led to the present status. */
  readonly lastChange: Omit<StatusChangeView, 'id' | 'note'> | null
}

export type LinkedBericht = {
  readonly id: string
  readonly berichtsoort: string | null
  readonly identificatie: string | null
  readonly direction: Direction
  readonly status: BerichtStatus
  /** Whether a retourbericht or declaratie-antwoord refuses what it answers. */
  readonly verdict: Verdict | null
  readonly kind: Relation
}

/** With everything that the page of one bericht shows. */
export type BerichtDetail = BerichtView & {
  readonly timeline: readonly StatusChangeView[]
  readonly linked: readonly LinkedBericht[]
  /** How its sending goes; null when it does not wait for the chain. */
  readonly sending: SendingState | null
}

/** Files that one form without script may carry. */
export const MOST_FILES = 50
