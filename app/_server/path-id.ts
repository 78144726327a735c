import { notFound } from 'next/navigation'
import { z } from 'zod'

/** An id out of an address. What is no id is the id of nothing: the page 404. */
export function pathId(text: string): string {
  const parsed = z.uuid().safeParse(text)
  return parsed.success ? parsed.data : notFound()
}
