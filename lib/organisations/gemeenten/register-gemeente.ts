import type { Actor } from '#/lib/access/actor.ts'
import { authoriseStaff } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import type { RegisterGemeente } from '#/lib/organisations/gemeenten/schema.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import type { Realm } from '#/lib/platform/db/realm.ts'
import { ids } from '#/lib/platform/ids.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

type Taken = 'code_taken' | 'kvk_taken' | 'rsin_taken'

/**
 * Which number belongs to another gemeente already, or null. In one statement, which sees one moment: between three of them
 * another registration could come in, and the first number would go unnamed.
 */
async function takenNumber(tx: Tx, { gemeenteCode, kvk, rsin }: RegisterGemeente): Promise<Taken | null> {
  const others = await tx.organisation.findMany({
    where: { OR: [{ gemeenteCode }, ...(kvk ? [{ kvk }] : []), ...(rsin ? [{ rsin }] : [])] },
    select: { gemeenteCode: true, kvk: true, rsin: true },
  })
  if (others.some((other) => other.gemeenteCode === gemeenteCode)) return 'code_taken'
  if (kvk && others.some((other) => other.kvk === kvk)) return 'kvk_taken'
  return others.length > 0 ? 'rsin_taken' : null
}

const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

/**
 * Registers a gemeente. Nobody of it gets in before both agreements are registered. Says which number is in use already,
 * also when two of the servicedesk register the same gemeente at once.
 */
export async function registerGemeente(
  actor: Actor,
  input: RegisterGemeente,
): Promise<Result<{ readonly id: string }, Taken>> {
  const { scope, staff } = authoriseStaff(actor, 'organisation.register')
  try {
    return await inTransaction(scope.realm, async (tx) => {
      const taken = await takenNumber(tx, input)
      if (taken) return err(taken)
      const id = ids.rowId()
      const { name, gemeenteCode } = input
      const numbers = { kvk: input.kvk || null, rsin: input.rsin || null }
      await tx.organisation.create({ data: { id, name, gemeenteCode, ...numbers, createdAt: clock.now() } })
      await recordAudit(tx, staff, {
        event: 'organisation.registered',
        organisationId: id,
        object: { kind: 'organisation', id },
        details: { naam: name, gemeentecode: gemeenteCode, ...numbers },
      })
      return ok({ id })
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    return err(await lostRace(scope.realm, input, error))
  }
}

/** The other registration came first and is there now. */
async function lostRace(realm: Realm, input: RegisterGemeente, error: unknown): Promise<Taken> {
  const taken = await inTransaction(realm, (tx) => takenNumber(tx, input))
  if (!taken) throw error
  return taken
}
