import type { Actor } from '#/lib/access/actor.ts'
import { registerAgreement } from '#/lib/organisations/gemeenten/agreements.ts'
import { registerGemeente } from '#/lib/organisations/gemeenten/register-gemeente.ts'
import { AGREEMENT_KINDS, RegisterAgreement, RegisterGemeente } from '#/lib/organisations/gemeenten/schema.ts'
import { clock, DAY_MS } from '#/lib/platform/clock.ts'
import { must } from '#/simulators/demo-seed/people.ts'
import { DEMO_GEMEENTEN } from '#/simulators/demo-world.ts'

type GemeenteKey = keyof typeof DEMO_GEMEENTEN

/** Registers the gemeenten of the demo world with their agreements. Returns their ids. */
export async function registerGemeenten(desk: Actor): Promise<Record<GemeenteKey, string>> {
  const ids: Partial<Record<GemeenteKey, string>> = {}
  for (const [key, gemeente] of Object.entries(DEMO_GEMEENTEN) as [
    GemeenteKey,
    (typeof DEMO_GEMEENTEN)[GemeenteKey],
  ][]) {
    const { name, gemeenteCode, kvk, rsin } = gemeente
    const { id } = must(await registerGemeente(desk, RegisterGemeente.parse({ name, gemeenteCode, kvk, rsin })), name)
    ids[key] = id
    if (!gemeente.agreementsSigned) continue
    const signedOn = new Date(clock.now().getTime() - 14 * DAY_MS).toISOString().slice(0, 10)
    for (const kind of AGREEMENT_KINDS) {
      const documentReference = `${kind === 'VECOZO' ? 'VCZ' : 'ABO'}-${gemeenteCode}-1`
      const input = RegisterAgreement.parse({ organisationId: id, kind, signedOn, documentReference })
      must(await registerAgreement(desk, input), kind)
    }
  }
  return ids as Record<GemeenteKey, string>
}
