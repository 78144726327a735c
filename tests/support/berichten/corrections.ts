import type { MemberActor } from '#/lib/access/actor.ts'
import { type BerichtRecipe, makeBericht, USUAL_ELEMENTS } from '#/simulators/berichten/make-bericht.ts'
import { accepted, deliver } from '#/tests/support/berichten/deliveries.ts'

let number = 0

/** Delivers a toewijzing and, after it, one that changes its volume. Ids of the earlier and the later. */
export async function correctedToewijzing(
  actor: MemberActor,
  gemeenteCode: string,
): Promise<readonly [earlier: string, later: string]> {
  number += 1
  const values = { ToewijzingNummer: String(810_000 + number) }
  const optional = USUAL_ELEMENTS.filter((name) => name !== 'ReferentieAanbieder')
  const send = async (recipe: BerichtRecipe) =>
    accepted(await deliver(actor, makeBericht('WMO301', { gemeenteCode, client: number, optional, ...recipe })))
  const earlier = await send({ identificatie: `VGA-${number}`, values })
  const later = await send({
    identificatie: `VGB-${number}`,
    optional: [...optional, 'RedenWijziging'],
    values: { ...values, RedenWijziging: '03', Toewijzingstijd: '23:59:59', Volume: '4' },
  })
  return [earlier.id, later.id]
}
