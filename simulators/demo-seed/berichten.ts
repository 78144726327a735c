import { Readable } from 'node:stream'
import { systemActor } from '#/lib/access/actor.ts'
import { deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { receiveBericht } from '#/lib/berichten/receive-bericht.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import { lastOfMonth, plusMonths } from '#/lib/platform/calendar-day.ts'
import { clock } from '#/lib/platform/clock.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { type BerichtRecipe, makeBericht, USUAL_ELEMENTS } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { testBsn } from '#/simulators/berichten/test-values.ts'
import { type Desk, fetchWhole } from '#/simulators/demo-seed/desk.ts'
import { must } from '#/simulators/demo-seed/people.ts'
import { DEMO_AANBIEDERS } from '#/simulators/demo-world.ts'

const never = new AbortController().signal

const soortOf = ({ product }: Desk, number: number) => `${product === 'iwmo' ? 'WMO' : 'JW'}${number}`

function recipeOf(desk: Desk, prefix: string): BerichtRecipe {
  const aanbieder = DEMO_AANBIEDERS[desk.number % DEMO_AANBIEDERS.length]
  return {
    gemeenteCode: desk.actor.gemeenteCode,
    agbCode: aanbieder?.agbCode ?? '99990001',
    identificatie: `${prefix}-${desk.day.slice(2, 4)}-${String(desk.number).padStart(5, '0')}`,
    dagtekening: desk.day,
    client: desk.number * 7,
    // Numbers of their own, as in life: a shared one would tie berichten together that have nothing to do with each other.
    values: {
      ToewijzingNummer: String(400_000 + desk.number),
      ReferentieAanbieder: `${prefix}-${desk.number}`,
      DeclaratieNummer: `D${desk.day.slice(2, 4)}${String(desk.number).padStart(5, '0')}`,
      ReferentieNummer: `P${String(desk.number).padStart(5, '0')}`,
    },
  }
}

/** A toewijzing that follows on no request: it names none (TR379). */
const toewijzingOf = (desk: Desk): BerichtRecipe => ({
  ...recipeOf(desk, 'TW'),
  optional: USUAL_ELEMENTS.filter((name) => name !== 'ReferentieAanbieder'),
})

/** What a retourbericht repeats of the bericht it is about. */
const retourOf = (desk: Desk, prefix: string, heen: BerichtView): BerichtRecipe => ({
  ...recipeOf(desk, prefix),
  heenIdentificatie: heen.identificatie ?? '',
  heenDagtekening: heen.dagtekening ?? desk.day,
})

async function deliver(desk: Desk, number: number, recipe: BerichtRecipe): Promise<BerichtView> {
  const soort = soortOf(desk, number)
  const body = makeBericht(soort, recipe)
  const input = {
    product: desk.product,
    unverifiedFileName: `${soort.toLowerCase()}-${recipe.identificatie?.toLowerCase()}.xml`,
    body: Readable.from([body]),
    declaredBytes: body.length,
  }
  const outcome = await deliverBericht(desk.actor, input, never)
  if (outcome.kind !== 'accepted' && outcome.kind !== 'rejected') throw new InvariantError(`${soort}: ${outcome.kind}`)
  return outcome.bericht
}

/** `answers`: the referentienummer of what a retourbericht is about. */
async function receive(
  desk: Desk,
  number: number,
  recipe: BerichtRecipe,
  answers?: string | null,
): Promise<BerichtView> {
  const { organisationId, gemeenteCode } = desk.actor
  const soort = soortOf(desk, number)
  const envelope = await makeEnvelope(soort, makeBericht(soort, recipe), {
    gemeenteCode,
    referentienummer: ids.referentienummer(),
    at: clock.now(),
    ...(answers ? { crossRefnummer: answers } : {}),
  })
  const actor = systemActor('demo', ids.rowId())
  const input = { organisationId, product: desk.product, body: Readable.from([envelope]) }
  return must(await receiveBericht(actor, input, never), soort).bericht
}

/** Toewijzing that the provider has answered: BEANTWOORD, with its retour fetched. */
async function answeredToewijzing(desk: Desk): Promise<void> {
  const heen = await deliver(desk, 301, toewijzingOf(desk))
  await fetchWhole(desk, await receive(desk, 302, retourOf(desk, 'RT', heen), heen.referentienummer))
}

/** Toewijzing that waits for the chain. */
const waitingToewijzing = async (desk: Desk): Promise<void> => {
  await deliver(desk, 301, toewijzingOf(desk))
}

/** Care that goes on for a year, for a test person: what the daily Wlz-signalen compare. */
const running =
  (person: number) =>
  async (desk: Desk): Promise<void> => {
    const recipe = toewijzingOf(desk)
    const Einddatum = `${Number(desk.day.slice(0, 4)) + 1}${desk.day.slice(4, 8)}28`
    await deliver(desk, 301, { ...recipe, values: { ...recipe.values, Bsn: testBsn(person), Einddatum } })
  }
/** Toewijzing of care that goes on for half a year, so that its provider can ask for more of it; it waits for the chain. */
async function runningToewijzing(desk: Desk): Promise<void> {
  const recipe = toewijzingOf(desk)
  const einde = lastOfMonth(plusMonths(desk.day, 6))
  await deliver(desk, 301, { ...recipe, values: { ...recipe.values, 'ToegewezenProduct/Einddatum': einde } })
}

/** Toewijzing that is changed some days later: less care, for a shorter time. The later one corrects the earlier. */
async function changedToewijzing(desk: Desk): Promise<void> {
  const first = toewijzingOf(desk)
  await deliver(desk, 301, first)
  const { values = {}, optional = [] } = first
  await deliver(desk, 301, {
    ...first,
    identificatie: `TX-${desk.day.slice(2, 4)}-${String(desk.number).padStart(5, '0')}`,
    optional: [...optional, 'RedenWijziging'],
    values: { ...values, RedenWijziging: '03', Toewijzingstijd: '23:59:59', Volume: '4', Voornamen: 'Willemijn' },
  })
}

/** Start of care that was fetched and answered with a retour. */
async function answeredStart(desk: Desk): Promise<void> {
  const start = await receive(desk, 305, recipeOf(desk, 'ST'))
  await fetchWhole(desk, start)
  await deliver(desk, 306, retourOf(desk, 'RS', start))
}

/** Start of care that lies ready, to be answered within three working days. */
const openStart = async (desk: Desk): Promise<void> => {
  await receive(desk, 305, recipeOf(desk, 'ST'))
}

/** Start of care under a number that was never sent for this client (TR019): to be judged, and answered. */
async function strangeStart(desk: Desk): Promise<void> {
  await answeredToewijzing(desk)
  const recipe = recipeOf(desk, 'ST')
  await receive(desk, 305, { ...recipe, values: { ...recipe.values, ToewijzingNummer: String(500_000 + desk.number) } })
}

/** Declaratie about a dozen clients that lies ready, to be answered within ten working days. */
const openDeclaratie = async (desk: Desk): Promise<void> => {
  await receive(desk, 323, { ...recipeOf(desk, 'DC'), repeat: { Client: 12 } })
}

/** Somebody delivers a toewijzing of another gemeente: AFGEKEURD, with its finding. */
async function wrongSender(desk: Desk): Promise<void> {
  await deliver(desk, 301, {
    ...toewijzingOf(desk),
    gemeenteCode: desk.actor.gemeenteCode === '9902' ? '9901' : '9902',
  })
}

/** Somebody delivers a toewijzing with values that the schema refuses: AFGEKEURD, with several findings. */
async function wrongValues(desk: Desk): Promise<void> {
  await deliver(desk, 301, { ...toewijzingOf(desk), values: { Geslacht: '7', Einddatum: 'onbekend' } })
}

/** Somebody delivers a toewijzing that its schema accepts and the rules do not: AFGEKEURD, with a finding per rule. */
async function brokenRules(desk: Desk): Promise<void> {
  const values = { Bsn: '999900007', NaamGebruik: '2', Frequentie: '1', Eenheid: '16' }
  await deliver(desk, 301, { ...toewijzingOf(desk), values })
}

/** A declaratie whose total is one cent too high: kept, with its finding, to be answered. */
const wrongTotal = async (desk: Desk): Promise<void> => {
  const recipe = recipeOf(desk, 'DC')
  await receive(desk, 323, { ...recipe, values: { ...recipe.values, 'TotaalIngediendBedrag/TotaalBedrag': '39001' } })
}

/** A delivery that somebody thought better of. */
async function withdrawn(desk: Desk): Promise<void> {
  const { product } = desk
  const { id: berichtId } = await deliver(desk, 301, toewijzingOf(desk))
  must(await withdrawBericht(desk.actor, { product, berichtId, reason: 'Verkeerde aanbieder gekozen' }), 'withdraw')
}

/** A request for a toewijzing that was fetched and has no answer yet. */
const openRequest = async (desk: Desk): Promise<void> => {
  await fetchWhole(desk, await receive(desk, 315, recipeOf(desk, 'VT')))
}

/** A request to change a toewijzing, not looked at yet. */
const openChange = async (desk: Desk): Promise<void> => {
  await receive(desk, 317, recipeOf(desk, 'VW'))
}

/** The end of care, to be answered within three working days. */
const openStop = async (desk: Desk): Promise<void> => {
  await receive(desk, 307, recipeOf(desk, 'SP'))
}

/** What happened on a day so many days ago. Together they show every status that the portal can reach by itself. */
export const STORIES: readonly { readonly daysAgo: number; readonly tell: (desk: Desk) => Promise<void> }[] = [
  ...[49, 47, 43, 42, 40, 36, 35, 33, 29, 28, 26, 22, 21, 19, 15, 14, 12].map((daysAgo) => ({
    daysAgo,
    tell: answeredToewijzing,
  })),
  ...[48, 41, 34, 27, 20, 13, 8].map((daysAgo) => ({ daysAgo, tell: answeredStart })),
  { daysAgo: 30, tell: wrongSender },
  { daysAgo: 23, tell: withdrawn },
  { daysAgo: 16, tell: openRequest },
  { daysAgo: 9, tell: wrongValues },
  { daysAgo: 8.5, tell: wrongTotal },
  { daysAgo: 7, tell: openDeclaratie },
  { daysAgo: 6, tell: openStart },
  { daysAgo: 5, tell: waitingToewijzing },
  { daysAgo: 4.5, tell: openRequest },
  { daysAgo: 3, tell: openDeclaratie },
  { daysAgo: 2.5, tell: openChange },
  { daysAgo: 1.5, tell: openRequest },
  { daysAgo: 4, tell: brokenRules },
  { daysAgo: 2, tell: wrongValues },
  { daysAgo: 1.8, tell: changedToewijzing },
  { daysAgo: 1.2, tell: waitingToewijzing },
  { daysAgo: 1.1, tell: openStart },
  { daysAgo: 0.8, tell: strangeStart },
  { daysAgo: 0.5, tell: openStop },
  { daysAgo: 0.1, tell: waitingToewijzing },
  { daysAgo: 0.05, tell: openDeclaratie },
  // The register of the simulator knows the first of them, and not the second (simulators/keten/ciz-register.ts).
  { daysAgo: 0.03, tell: running(1) },
  { daysAgo: 0.02, tell: running(40) },
  { daysAgo: 0.04, tell: runningToewijzing },
].toSorted((one, other) => other.daysAgo - one.daysAgo)
