import { z } from 'zod'
import { NotFoundError } from '#/lib/platform/errors.ts'

/** An id out of an address. What is no id is the id of nothing. */
export function pathId(text: string): string {
  const parsed = z.uuid().safeParse(text)
  if (!parsed.success) throw new NotFoundError('page')
  return parsed.data
}
