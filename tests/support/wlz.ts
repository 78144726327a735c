import { v7 } from 'uuid'
import type { MemberActor } from '#/lib/access/actor.ts'
import { factClient } from '#/lib/berichten/facts/hash-facts.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { makeBericht, USUAL_ELEMENTS } from '#/simulators/berichten/make-bericht.ts'
import { testBsn } from '#/simulators/berichten/test-values.ts'
import { accepted, deliver } from '#/tests/support/berichten/deliveries.ts'
import type { TestDatabase } from '#/tests/support/database.ts'
import { freshDigits, type GivenGemeente, givenMember } from '#/tests/support/world.ts'

type Running = {
  /** Which test person, by index. */
  readonly client?: number
  /** Or this person. */
  readonly bsn?: string
  /** Days of the toewijzing, `YYYY-MM-DD`; it goes on without an end when the last is null. */
  readonly from?: string
  readonly until?: string | null
  readonly dagtekening?: string
  readonly nummer?: string
  /** RedenWijziging, and the day of the decision. */
  readonly reden?: string
  readonly besluit?: string
}

/** A 301 about a test person whose toewijzing runs: all of 2026, unless told otherwise. */
export function toewijzingBericht(gemeenteCode: string, running: Running = {}): Buffer {
  const { client = 1, from = '2026-01-01', until = '2026-12-31', dagtekening = '2026-02-02' } = running
  const { nummer = `1${freshDigits(7)}`, reden, besluit = '2025-12-20', bsn = testBsn(client) } = running
  const left = ['ReferentieAanbieder', ...(until === null ? ['Einddatum'] : [])]
  return makeBericht('WMO301', {
    gemeenteCode,
    identificatie: `WS-${freshDigits(6)}`,
    dagtekening,
    optional: [...USUAL_ELEMENTS.filter((name) => !left.includes(name)), ...(reden ? ['RedenWijziging'] : [])],
    values: {
      Bsn: bsn,
      ToewijzingNummer: nummer,
      Toewijzingsdatum: besluit,
      Ingangsdatum: from,
      ...(until === null ? { Frequentie: '4' } : { Einddatum: until }),
      ...(reden ? { RedenWijziging: reden } : {}),
    },
  })
}

/** Delivers it, as a Gebruiker of iWmo. */
export async function givenToewijzing(actor: MemberActor, running: Running = {}): Promise<BerichtView> {
  return accepted(await deliver(actor, toewijzingBericht(actor.gemeenteCode, running)))
}

/** Somebody who may deliver, and consults the register and its signals. */
export const givenWlzUser = async (database: TestDatabase, gemeente: GivenGemeente): Promise<MemberActor> =>
  (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER', 'wlz-registertoets': 'GEBRUIKER' } })).actor

/** Switches the signals of a gemeente on, as its Productbeheerder has done. */
export const givenSignalsOn = async (database: TestDatabase, { id }: GivenGemeente): Promise<void> => {
  await database.query(
    `INSERT INTO product_settings (organisation_id, product, notification_addresses, retention, version, changed_by_name, changed_at,
       wlz_signals) VALUES ($1, 'wlz-registertoets', '{wmo@gemeente.example}', 'TWEE_MAANDEN', 1, 'Smit', now(), true)`,
    [id],
  )
}

/** Gives a gemeente a signal about the first test person, who stands in this bericht; answers its id. */
export async function givenSignal(database: TestDatabase, { id: organisationId }: { id: string }, berichtId: string) {
  const id = v7()
  await database.query(
    `INSERT INTO wlz_signal (id, organisation_id, client, since, bericht_id, bsn_end, signalled_at)
     VALUES ($1, $2, decode($3, 'hex'), '2026-01-01', $4, $5, now())`,
    [id, organisationId, factClient({ organisationId, product: 'iwmo' }, testBsn(1)), berichtId, testBsn(1).slice(-3)],
  )
  return id
}
