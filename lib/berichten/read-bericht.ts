import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { listLinked } from '#/lib/berichten/link-repository.ts'
import { findBericht, listSteps } from '#/lib/berichten/repository.ts'
import type { BerichtAddress, BerichtDetail, LinkedBericht } from '#/lib/berichten/schema.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'

function toLinked(bericht: Bericht, other: Bericht): LinkedBericht {
  const isAnswer = other.answersId === bericht.id
  const answering = isAnswer ? other : bericht
  const isRetour = findBerichtsoort(answering.berichtsoort ?? '')?.isRetour === true
  const kinds = isRetour ? (['retour', 'heen'] as const) : (['antwoord', 'vraag'] as const)
  const { id, berichtsoort, identificatie, direction, status } = other
  return { id, berichtsoort, identificatie, direction, status, kind: isAnswer ? kinds[0] : kinds[1] }
}

/**
 * One bericht of the own gemeente with timeline and what belongs to it. Who looked at it is in the log. Throws
 * NotFoundError for every other id.
 */
export async function readBericht(actor: Actor, { product, berichtId }: BerichtAddress): Promise<BerichtDetail> {
  const { scope, member } = authoriseProduct(actor, 'bericht.read', product)
  return inTransaction(scope.realm, async (tx) => {
    const row = await findBericht(tx, scope, berichtId)
    if (!row) throw new NotFoundError('bericht')
    const timeline = (await listSteps(tx, scope, row.id)).map(({ id, status, at, byName, explanation }) => ({
      id,
      status,
      at,
      byName,
      explanation,
    }))
    const linked = await listLinked(tx, scope, row)
    await recordAudit(tx, member, {
      event: 'bericht.read',
      object: { kind: 'bericht', id: row.id },
      basis: `gebruiker ${product}`,
      details: { berichtsoort: row.berichtsoort },
    })
    return {
      ...toBerichtView(row, timeline[0] ?? null),
      timeline,
      linked: linked.map((other) => toLinked(row, other)),
    }
  })
}
