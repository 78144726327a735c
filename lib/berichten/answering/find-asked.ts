import type { Actor, MemberActor } from '#/lib/access/actor.ts'
import { authoriseProduct, type ProductScope } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { type AnswerState, answerState } from '#/lib/berichten/answering/answer-state.ts'
import { countLostAnswers } from '#/lib/berichten/links/link-repository.ts'
import { findBericht } from '#/lib/berichten/repository.ts'
import type { BerichtAddress } from '#/lib/berichten/schema.ts'
import { readTermFacts } from '#/lib/berichten/terms/term-repository.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { type Berichtsoort, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'

/** A received bericht and what can be answered on it; `state` is null when nobody can read what it says. */
export type Asked = {
  readonly scope: ProductScope<'bericht.deliver', BerichtProduct>
  readonly member: MemberActor
  readonly row: Bericht
  readonly soort: Berichtsoort | null
  readonly state: AnswerState | null
  /** By the name of the berichtsoort: answers to it that were lost on the way or refused by who got them. */
  readonly lost: ReadonlyMap<string, number>
}

/**
 * Looks up a bericht that reached the gemeente, for somebody who may deliver what answers it, and notes in the log that its
 * content is read for that. Throws ForbiddenError, and NotFoundError for every other id and for what the gemeente delivered.
 */
export async function findAsked(actor: Actor, { product, berichtId }: BerichtAddress): Promise<Asked> {
  const { scope, member } = authoriseProduct(actor, 'bericht.deliver', product)
  return inTransaction(scope.realm, async (tx) => {
    const row = await findBericht(tx, scope, berichtId)
    const facts = row && (await readTermFacts(tx, scope, berichtId))
    if (!(row && facts) || row.direction !== 'ONTVANGEN') throw new NotFoundError('bericht')
    await recordAudit(tx, member, {
      event: 'bericht.content-read',
      object: { kind: 'bericht', id: row.id },
      basis: `gebruiker ${product}`,
      details: { berichtsoort: row.berichtsoort, voorAntwoord: true },
    })
    const soort = row.berichtsoort === null ? null : findBerichtsoort(row.berichtsoort)
    const isReadable = soort !== null && soort.versie === row.versie && !facts.isUnreadable
    return {
      scope,
      member,
      row,
      soort,
      state: isReadable ? answerState(row, soort, facts) : null,
      lost: await countLostAnswers(tx, scope, row.id),
    }
  })
}
