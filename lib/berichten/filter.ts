import { z } from 'zod'
import type { BERICHT_PRODUCTS } from '#/lib/access/products.ts'
import { SHOWN, type Shown } from '#/lib/berichten/eigen-bijdrage/shown.ts'
import { BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import { EIGEN_BIJDRAGE_SOORTEN } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'

/** A place in the list: the creation moment and the id of the last bericht shown. */
export type Cursor = { readonly createdAt: Date; readonly id: string }

const CURSOR = /^([0-9]{1,15})\.([0-9a-f]{32})$/

/** The place as opaque text for an address. */
export const writeCursor = ({ createdAt, id }: Cursor): string =>
  Buffer.from(`${createdAt.getTime()}.${id.replaceAll('-', '')}`).toString('base64url')

/** Reads what `writeCursor` made; null for everything else. */
export function readCursor(text: string): Cursor | null {
  const [, moment, hex] = CURSOR.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? []
  if (moment === undefined || hex === undefined) return null
  const createdAt = new Date(Number(moment))
  if (Number.isNaN(createdAt.getTime())) return null
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return { createdAt, id }
}

/** What a list can be narrowed to because it asks for something: an answer, or mending. */
export const ATTENTIONS = ['beantwoorden', 'fouten'] as const
const Aandacht = z.enum(ATTENTIONS)

const isDate = (text: string) => {
  const date = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

const Richting = z.enum(['aangeleverd', 'ontvangen'])
const Soort = z.union([z.string().regex(/^(WMO|JW)3[0-9]{2}$/), z.enum(EIGEN_BIJDRAGE_SOORTEN)])
// The database knows dates of four digits from year 1 on.
const Day = z
  .string()
  .regex(/^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$/)
  .refine(isDate)
const Search = z
  .string()
  .transform((text) => text.trim())
  .refine((text) => text.length <= 100 && !text.includes('\u0000'))
const CursorText = z
  .string()
  .max(100)
  .transform((text, ctx) => {
    const cursor = readCursor(text)
    if (cursor) return cursor
    ctx.addIssue({ code: 'custom', message: 'cursor' })
    return z.NEVER
  })
/** What `sealSearch` makes has about 700 signs. */
const SealedClient = z.string().regex(/^[A-Za-z0-9_-]{1,2000}$/)
const Limit = z
  .string()
  .regex(/^[0-9]{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(200))

export const DEFAULT_LIMIT = 50

/** The filters of an address of the HTTP interface; an empty value is no filter, an unknown name is left alone. */
export const BerichtenQuery = z.object({
  richting: Richting.optional(),
  status: z.enum(BerichtStatus).optional(),
  soort: Soort.optional(),
  van: Day.optional(),
  tot: Day.optional(),
  q: Search.optional(),
  cursor: CursorText.optional(),
  limiet: Limit.optional(),
})

/** The same for a page: what cannot be read counts as not given, so a mangled address shows the list. */
export const BerichtenPageQuery = z.object({
  aandacht: Aandacht.optional().catch(undefined),
  richting: Richting.optional().catch(undefined),
  status: z.enum(BerichtStatus).optional().catch(undefined),
  soort: Soort.optional().catch(undefined),
  van: Day.optional().catch(undefined),
  tot: Day.optional().catch(undefined),
  q: Search.optional().catch(undefined),
  /** A search for a client, sealed (lib/berichten/search). */
  client: SealedClient.optional().catch(undefined),
  /** Older than this place. */
  cursor: CursorText.optional().catch(undefined),
  /** Newer than this place. */
  eerder: CursorText.optional().catch(undefined),
})
export type BerichtenPageQuery = z.infer<typeof BerichtenPageQuery>

/** The query of the tab Eigen bijdrage; what cannot be read counts as not given. */
export const EigenBijdrageQuery = z.object({
  toon: z.enum(SHOWN).default('alles').catch('alles'),
  cursor: CursorText.optional().catch(undefined),
  eerder: CursorText.optional().catch(undefined),
})

/** What a list is asked for. Days are those of Amsterdam, both included. */
export type ListBerichten = {
  readonly product: (typeof BERICHT_PRODUCTS)[number]
  readonly aandacht?: z.infer<typeof Aandacht> | undefined
  readonly richting?: z.infer<typeof Richting> | undefined
  readonly status?: BerichtStatus | undefined
  readonly soort?: string | undefined
  readonly van?: string | undefined
  readonly tot?: string | undefined
  /** Part of identification or file name, or the number of the other party. */
  readonly q?: string | undefined
  /** Hash of the client that they are about (`clientHash`). */
  readonly client?: string | undefined
  /** Only berichten about the eigen bijdrage, and of those what is to be shown. */
  readonly eigenBijdrage?: Shown | undefined
  readonly olderThan?: Cursor | undefined
  readonly newerThan?: Cursor | undefined
  readonly limit: number
}

/** The one value of each name of a query string; empty ones are left out, of repeated ones the first counts. */
export function queryValues(params: URLSearchParams): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of params) if (value !== '' && !(name in values)) values[name] = value
  return values
}
