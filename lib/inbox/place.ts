import { z } from 'zod'

/** A place in the list: the last moment and the id of the last notification shown. */
export type Place = { readonly lastAt: Date; readonly id: string }

const FORM = /^([0-9]{1,15})_(.{36})$/
const Id = z.uuid()

/** The place as text for an address. */
export const writePlace = ({ lastAt, id }: Place): string => `${lastAt.getTime()}_${id}`

/** Reads what `writePlace` made; null for everything else, so a mangled address shows the beginning. */
export function readPlace(text: unknown): Place | null {
  const [, moment = '', id = ''] = (typeof text === 'string' && FORM.exec(text)) || []
  const lastAt = new Date(Number(moment))
  return moment !== '' && Id.safeParse(id).success && !Number.isNaN(lastAt.getTime()) ? { lastAt, id } : null
}
