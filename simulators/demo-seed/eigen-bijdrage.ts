import { Readable } from 'node:stream'
import { systemActor } from '#/lib/access/actor.ts'
import { deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { receiveBericht } from '#/lib/berichten/receive-bericht.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import type { DeliverableEigenBijdrage, EigenBijdrageSoort } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { clock } from '#/lib/platform/clock.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { makeEigenBijdrage } from '#/simulators/berichten/make-eigen-bijdrage.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { type Desk, fetchWhole } from '#/simulators/demo-seed/desk.ts'
import { must } from '#/simulators/demo-seed/people.ts'

const never = new AbortController().signal

type Delivery = { readonly name: string; readonly body: Buffer; readonly eigenBijdrage?: DeliverableEigenBijdrage }

async function deliver({ actor }: Desk, { name, body, eigenBijdrage }: Delivery): Promise<BerichtView> {
  const input = {
    product: 'iwmo',
    unverifiedFileName: name,
    body: Readable.from([body]),
    declaredBytes: body.length,
    eigenBijdrage,
  } as const
  const outcome = await deliverBericht(actor, input, never)
  if (outcome.kind !== 'accepted' && outcome.kind !== 'rejected') throw new InvariantError(`${name}: ${outcome.kind}`)
  return outcome.bericht
}

/** Delivers a bare file, as one does at the page. */
const deliverBare = (desk: Desk, eigenBijdrage: DeliverableEigenBijdrage): Promise<BerichtView> =>
  deliver(desk, {
    name: `${eigenBijdrage.toLowerCase()}-${desk.day}.xml`,
    body: makeEigenBijdrage(eigenBijdrage, `${desk.actor.gemeenteCode}-${desk.number}`, desk.day),
    eigenBijdrage,
  })

async function answer(
  { actor, day, number }: Desk,
  soort: EigenBijdrageSoort,
  heen: BerichtView,
): Promise<BerichtView> {
  const { organisationId, gemeenteCode } = actor
  const envelope = await makeEnvelope(soort, makeEigenBijdrage(soort, `${gemeenteCode}-${number}`, day), {
    gemeenteCode,
    referentienummer: ids.referentienummer(),
    crossRefnummer: heen.referentienummer ?? '',
    at: clock.now(),
  })
  const input = { organisationId, product: 'iwmo', body: Readable.from([envelope]) } as const
  return must(await receiveBericht(systemActor('demo', ids.rowId()), input, never), soort).bericht
}

/** A start that the CAK has answered: BEANTWOORD, with its retour fetched. */
async function answeredContribution(desk: Desk): Promise<void> {
  await fetchWhole(desk, await answer(desk, 'WMO406', await deliverBare(desk, 'WMO405')))
}

/** The same of beschermd wonen; nobody has fetched the answer yet. */
async function answeredHousing(desk: Desk): Promise<void> {
  await answer(desk, 'WMO408', await deliverBare(desk, 'WMO407'))
}

/** A text file in an envelope that the gemeente's own software made. It leaves when the demo starts. */
async function envelopedContribution(desk: Desk): Promise<void> {
  const { gemeenteCode } = desk.actor
  const recipe = { gemeenteCode, referentienummer: ids.referentienummer(), at: clock.now() }
  const text = Buffer.from(`Verzonnen opgave ${desk.number} van ${gemeenteCode}\r\n`)
  const form = { kind: 'tekstBestand', bestandsnaam: `opgave-${desk.day}.txt` } as const
  await deliver(desk, { name: `opgave-${desk.day}.xml`, body: await makeEnvelope('WMO405', text, recipe, form) })
}

/** Somebody chose the wrong file: AFGEKEURD, because it is no XML. */
async function wrongFile(desk: Desk): Promise<void> {
  await deliver(desk, { name: 'overzicht.xml', body: Buffer.from('Dit is geen XML\r\n'), eigenBijdrage: 'WMO405' })
}

/** A start that waits for the chain. */
const waitingContribution = async (desk: Desk): Promise<void> => {
  await deliverBare(desk, 'WMO405')
}

/** What happened with the CAK, of iWmo only. */
export const EIGEN_BIJDRAGE_STORIES: readonly {
  readonly daysAgo: number
  readonly tell: (desk: Desk) => Promise<void>
}[] = [
  { daysAgo: 31, tell: answeredContribution },
  { daysAgo: 17, tell: answeredContribution },
  { daysAgo: 10, tell: answeredHousing },
  { daysAgo: 3.5, tell: wrongFile },
  { daysAgo: 0.9, tell: envelopedContribution },
  { daysAgo: 0.2, tell: waitingContribution },
]
