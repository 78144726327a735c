import type { BerichtProduct } from '#/lib/access/products.ts'
import type { Caller } from '#/lib/chain/inbound/caller.ts'
import type { Refusal } from '#/lib/chain/soap/write-answer.ts'
import { type Functie, findFunctie } from '#/lib/envelope/functies.ts'
import type { CarryingHeader, EnvelopeHeader } from '#/lib/envelope/schema.ts'
import { CAK } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

// Codes of the Fo01 lists (lib/envelope/faults/fault-lists.ts), as the hub itself uses them. Of a code that both lists have with
// different meanings, the one of the list of 2018 is meant: those of this service are named there.

type Refused = Refusal & { readonly kind: 'Fo01' }
const refusal = (code: string, omschrijving: string) =>
  err<Refused>({ kind: 'Fo01', code, omschrijving, plek: 'client' })

export const REFUSALS = {
  tooLarge: refusal('IB007', 'Het bericht is groter dan 25 MB'),
  noEnvelope: refusal('IB001', 'De envelop voldoet niet aan het schema'),
  noUuid: refusal('IB009', 'Het referentienummer is geen UUID versie 4'),
  unknownReceiver: refusal('IB210', 'De ontvangende organisatie is onbekend'),
  unknownSender: refusal('IB213', 'De zendende organisatie is onbekend'),
  notOfCaller: refusal('IB002', 'Dit certificaat mag niet namens de zendende organisatie verzenden'),
  unknownFunctie: refusal('IB004', 'De functie bestaat niet'),
  functieOfOther: refusal('IB234', 'De combinatie van functie en organisatie is niet toegestaan'),
  functieInOther: refusal('IB240', 'De combinatie van berichtcode en functie is niet toegestaan'),
  realPerson: refusal('IB015', 'Persoonsgegevens zijn in de testomgeving niet toegestaan'),
  blocked: refusal('IB103', 'De berichtsoort is tijdelijk geblokkeerd; verzend het bericht later opnieuw'),
  switchedOff: refusal('IB103', 'De ontvangende gemeente heeft deze berichtsoort uitgezet'),
  duplicate: refusal('CC08', 'Hetzelfde bericht is al aangeleverd onder een ander referentienummer'),
  referenceUsed: refusal('IB016', 'Het referentienummer is niet uniek'),
} as const

const GEMEENTE = /^[0-9]{4}$/

/** A header whose sender may come with this certificate, and what it is about. */
export type JudgedEnvelope =
  | { readonly kind: 'bericht'; readonly header: CarryingHeader; readonly product: BerichtProduct }
  | { readonly kind: 'fault'; readonly header: Extract<EnvelopeHeader, { berichtcode: 'Fo01' }> }

/** Who may be the sender of what VECOZO brings: a provider, or one of these bodies (StUF-GGk 2.1, zender/organisatie). */
const BEHIND_VECOZO = /^(?:[0-9]{8}|VECOZO|CAK|SVB|CBS|UWV|VWS)$/
/** The hubs on the way say what went wrong, and send nothing else. */
const HUBS = ['IB', 'RINIS']

/** Whether the name of the sender is one that this caller may use. */
function checkSender(
  caller: Caller,
  { zender: { organisatie: zender }, berichtcode }: EnvelopeHeader,
): Result<null, Refused> {
  if (caller.kind === 'gemeente')
    return zender === caller.gemeenteCode
      ? ok(null)
      : GEMEENTE.test(zender)
        ? REFUSALS.notOfCaller
        : REFUSALS.unknownSender
  if (GEMEENTE.test(zender)) return REFUSALS.notOfCaller
  if (caller.party === 'CAK') return zender === 'CAK' ? ok(null) : REFUSALS.notOfCaller
  const isHub = berichtcode === 'Fo01' && HUBS.includes(zender)
  return isHub || BEHIND_VECOZO.test(zender) ? ok(null) : REFUSALS.unknownSender
}

/** Who may send this functie to whom: the CAK and a gemeente the eigen bijdrage to each other, and the CAK nothing else. */
function checkParties(caller: Caller, header: CarryingHeader, functie: Functie): Result<null, Refused> {
  const isOfCak = caller.kind === 'chain' && caller.party === 'CAK'
  if (functie.kind === 'bericht') return isOfCak ? REFUSALS.functieOfOther : ok(null)
  const isForCak = caller.kind === 'gemeente' && header.ontvanger.organisatie === CAK
  return isOfCak || isForCak ? ok(null) : REFUSALS.functieOfOther
}

function judgeFunctie(
  caller: Caller,
  header: CarryingHeader,
  blocked: readonly string[],
): Result<BerichtProduct, Refused> {
  const functie = findFunctie(header.functie)
  if (functie === null) return REFUSALS.unknownFunctie
  if (functie.berichtcode !== header.berichtcode) return REFUSALS.functieInOther
  const parties = checkParties(caller, header, functie)
  if (!parties.ok) return parties
  const { soort } = functie
  // What a gemeente may send is what it does not fetch.
  if ((soort.gemeente === 'ophalen') === (caller.kind === 'gemeente')) return REFUSALS.functieOfOther
  const product = soort.product
  if (caller.kind === 'gemeente' && !caller.products.includes(product)) return REFUSALS.functieOfOther
  return blocked.includes(header.functie) ? REFUSALS.blocked : ok(product)
}

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * Judges what an envelope says before its content has come in: form, sender, functie. `referentienummer` is what stands there when the
 * header as a whole does not have the right form. Whether the receiver is known is for the database.
 */
export function judgeEnvelope(
  caller: Caller,
  { header, referentienummer }: { readonly header: EnvelopeHeader | null; readonly referentienummer: string | null },
  blocked: readonly string[],
): Result<JudgedEnvelope, Refused> {
  if (header === null) {
    const isOfNumber = referentienummer !== null && !UUID_4.test(referentienummer)
    return isOfNumber ? REFUSALS.noUuid : REFUSALS.noEnvelope
  }
  if (header.berichtcode === 'Fo01' && caller.kind !== 'chain') return REFUSALS.functieOfOther
  const sender = checkSender(caller, header)
  if (!sender.ok) return sender
  if (header.berichtcode === 'Fo01') return ok({ kind: 'fault', header })
  const product = judgeFunctie(caller, header, blocked)
  return product.ok ? ok({ kind: 'bericht', header, product: product.value }) : product
}
