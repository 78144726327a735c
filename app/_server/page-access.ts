import { forbidden, notFound } from 'next/navigation'
import type { Actor } from '#/lib/access/actor.ts'
import { recordRefusedAccess } from '#/lib/audit/record-refused-access.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'

/**
 * Runs the use case of a page. What it refuses inside the own gemeente becomes the page 403, logged; what does not exist
 * for this actor, another gemeente's things included, the page 404. Everything else stays an exception.
 */
export async function pageAccess<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NotFoundError) notFound()
    if (!(error instanceof ForbiddenError)) throw error
    await recordRefusedAccess(actor, error)
    forbidden()
  }
}
