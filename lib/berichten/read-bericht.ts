import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { type LinkedRow, listLinked } from '#/lib/berichten/links/link-repository.ts'
import { findBericht, listSteps } from '#/lib/berichten/repository.ts'
import type { BerichtAddress, BerichtDetail, LinkedBericht, Relation } from '#/lib/berichten/schema.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import { readSending } from '#/lib/chain/outbound/read-sending.ts'
import type { LinkKind } from '#/lib/generated/prisma/enums.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'

/** What the other bericht is, seen from this one: the one that answers or corrects, or the one that is answered or corrected. */
const RELATIONS: Readonly<Record<LinkKind, { readonly from: Relation; readonly to: Relation }>> = {
  RETOUR: { from: 'retour', to: 'heen' },
  ANTWOORD: { from: 'antwoord', to: 'heen' },
  CORRECTIE: { from: 'correctie', to: 'eerder' },
}

function toLinked({ bericht, kind, isFrom }: LinkedRow): LinkedBericht {
  const { id, berichtsoort, identificatie, direction, status, verdict } = bericht
  const relation = RELATIONS[kind][isFrom ? 'from' : 'to']
  return { id, berichtsoort, identificatie, direction, status, verdict, kind: relation }
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
    const timeline = (await listSteps(tx, scope, row.id)).map(({ id, status, at, byName, explanation, note }) => ({
      id,
      status,
      at,
      byName,
      explanation,
      note,
    }))
    const linked = await listLinked(tx, scope, row.id)
    await recordAudit(tx, member, {
      event: 'bericht.read',
      object: { kind: 'bericht', id: row.id },
      basis: `gebruiker ${product}`,
      details: { berichtsoort: row.berichtsoort },
    })
    return {
      ...toBerichtView(row, timeline.find(({ note }) => note === null) ?? null),
      timeline,
      linked: linked.map(toLinked),
      sending: await readSending(tx, scope, row.id),
    }
  })
}
