import { z } from 'zod'
import { LOG_GROUPS } from '#/lib/audit/log-groups.ts'
import { day, moment } from '#/lib/platform/input/day.ts'

const isPlace = (text: string): boolean => {
  const [at, id, ...rest] = text.split('_')
  return moment().safeParse(at).success && z.uuid().safeParse(id).success && rest.length === 0
}

/** The address of a page of the log. A mangled one shows the log as it is without filters; days are days in Amsterdam. */
export const LogFilter = z.object({
  van: day().optional().catch(undefined),
  tot: day().optional().catch(undefined),
  soort: z.enum(LOG_GROUPS).optional().catch(undefined),
  persoon: z.uuid().optional().catch(undefined),
  gemeente: z.uuid().optional().catch(undefined),
  /** The last row of the page before: its moment and its id. */
  na: z.string().refine(isPlace).optional().catch(undefined),
})
export type LogFilter = z.infer<typeof LogFilter>

/** Within one gemeente there is nothing to choose between gemeenten. */
export const OwnLogFilter = LogFilter.omit({ gemeente: true })

/** The place of a row in the log, for the address of the next page. */
export const logCursor = (row: { readonly at: Date; readonly id: string }): string =>
  `${row.at.toISOString()}_${row.id}`

/** Takes a place apart again. */
export function readLogCursor(cursor: string): { readonly at: Date; readonly id: string } {
  const [at = '', id = ''] = cursor.split('_')
  return { at: new Date(at), id }
}
