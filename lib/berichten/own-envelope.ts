import type { MemberActor } from '#/lib/access/actor.ts'
import { otherParty } from '#/lib/berichten/bericht-name.ts'
import { functieVersieOf } from '#/lib/envelope/functies.ts'
import type { CarryingHeader } from '#/lib/envelope/schema.ts'
import { stufMoment } from '#/lib/envelope/stuf-moment.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { Kenmerken } from '#/lib/istandaarden/checks/check-report.ts'
import { findEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

const LONGEST_NAME = 50

/** A bericht that was accepted bare: what its envelope is made from. */
export type EnvelopeToMake = {
  readonly kenmerken: Kenmerken
  readonly sender: Pick<MemberActor, 'gemeenteCode' | 'organisationName'>
  readonly referentienummer: string
  readonly at: Date
  /** Referentienummer of the heenbericht that a retourbericht answers; null when it is not known. */
  readonly crossRefnummer: string | null
}

/**
 * The header of the envelope round a bericht that was delivered bare. It is made once, at the delivery, and kept: every
 * sending and every download writes the same envelope from it. Null for a retourbericht whose heenbericht the portal does
 * not know: a Du01 says which Di01 it answers, and nobody could couple one that does not.
 */
export function makeOwnHeader({
  kenmerken,
  sender,
  referentienummer,
  at,
  crossRefnummer,
}: EnvelopeToMake): CarryingHeader | null {
  const { berichtsoort, versie } = kenmerken
  const soort = berichtsoort === null ? null : (findBerichtsoort(berichtsoort) ?? findEigenBijdrage(berichtsoort))
  const ontvanger = otherParty(kenmerken)
  if (soort === null || versie === null || ontvanger === null) return null
  const { applicatie, ...versions } = settings().envelopeApplication
  const header = {
    zender: {
      organisatie: sender.gemeenteCode,
      applicatie,
      administratie: [...sender.organisationName].slice(0, LONGEST_NAME).join(''),
    },
    ontvanger: { organisatie: ontvanger },
    referentienummer,
    tijdstipBericht: stufMoment(at),
    functie: soort.soort,
    ...versions,
    ...functieVersieOf(versie),
  }
  if (!soort.isRetour) return { berichtcode: 'Di01', ...header }
  return crossRefnummer === null ? null : { berichtcode: 'Du01', crossRefnummer, ...header }
}

/** The row of an accepted bericht with the envelope in which it will be sent; what has one, or is not accepted, as it is. */
export function withOwnEnvelope(row: Bericht, facts: Omit<EnvelopeToMake, 'referentienummer' | 'at'>): Bericht {
  const { envelope, referentienummer, createdAt: at } = row
  if (envelope !== null || referentienummer === null) return row
  const header = makeOwnHeader({ ...facts, referentienummer, at })
  return { ...row, envelope: header && { header, delivered: null } }
}
