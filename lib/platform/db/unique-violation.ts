import { z } from 'zod'
import { Prisma } from '#/lib/generated/prisma/client.ts'

// By its form, not by its class: in the built portal the database driver brings a class of its own.
const RefusedByIndex = z.object({
  driverAdapterError: z.object({ cause: z.object({ kind: z.literal('UniqueConstraintViolation') }) }),
})

/** Tells whether a unique index refused a row of a statement of ours: somebody else was first. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && RefusedByIndex.safeParse(error.meta).success
