import { z } from 'zod'
import type { BerichtProduct } from '#/lib/access/products.ts'

/** A place in the overview: the day by which an answer is due (null: not known) and the id of the last bericht shown. */
export type WaitingPlace = { readonly deadlineOn: string | null; readonly id: string }

const PLACE = /^([0-9]{4}-[0-9]{2}-[0-9]{2}|-)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The place as opaque text for an address. */
export const writePlace = ({ deadlineOn, id }: WaitingPlace): string =>
  Buffer.from(`${deadlineOn ?? '-'}.${id}`).toString('base64url')

/** Reads what `writePlace` made; null for everything else. */
export function readPlace(text: string): WaitingPlace | null {
  const [, day, id] = PLACE.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? []
  if (day === undefined || id === undefined) return null
  if (day === '-') return { deadlineOn: null, id }
  const date = new Date(`${day}T00:00:00.000Z`)
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && !day.startsWith('0000')
  return exists ? { deadlineOn: day, id } : null
}

/** Who owes the answer: the own gemeente, or the other side. */
export const OWED_BY = ['ons', 'ander'] as const
export type OwedBy = (typeof OWED_BY)[number]

/** The query of the page; what cannot be read counts as not given. */
export const WaitingQuery = z.object({
  wie: z.enum(OWED_BY).default('ons').catch('ons'),
  telaat: z.literal('ja').optional().catch(undefined),
  na: z
    .string()
    .max(100)
    .transform((text) => readPlace(text))
    .nullish()
    .catch(null),
})

/** What the overview is asked for. */
export type ListWaiting = {
  readonly product: BerichtProduct
  readonly owedBy: OwedBy
  readonly onlyLate: boolean
  readonly after: WaitingPlace | null
  readonly limit: number
}
