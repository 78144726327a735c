import type { ProductScope } from '#/lib/access/authorise.ts'
import { type KeptFact, listFactsByKey } from '#/lib/berichten/facts/fact-repository.ts'
import type { HashedFact, PlacedFact } from '#/lib/berichten/facts/kept-fact.ts'
import {
  type Address,
  findAnswered,
  type Heen,
  insertLinks,
  type Link,
  listRequestAnswers,
  listRequests,
  listWaitingAnswers,
  lockSubjects,
} from '#/lib/berichten/links/link-repository.ts'
import { findByReference } from '#/lib/berichten/repository.ts'
import { readStoredEnvelope } from '#/lib/berichten/stored-envelope.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { type Berichtsoort, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** A bericht that is being taken in, and what is read from it. */
export type ArrivingBericht = { readonly row: Bericht; readonly facts: readonly PlacedFact[] }

const soortOf = ({ berichtsoort }: Bericht): Berichtsoort | null =>
  berichtsoort === null ? null : findBerichtsoort(berichtsoort)

const otherDirection = ({ direction }: Bericht) => (direction === 'ONTVANGEN' ? 'AANGELEVERD' : 'ONTVANGEN')

/**
 * Under what names the other bericht of an exchange has its parties. A retourbericht copies Afzender and Ontvanger of its
 * heenbericht (the retour trap); a 325 is a bericht of its own and has them the other way round.
 */
function partiesOf({ afzender, ontvanger }: Bericht, isRetourExchange: boolean) {
  if (afzender === null || ontvanger === null) return null
  return isRetourExchange ? { afzender, ontvanger } : { afzender: ontvanger, ontvanger: afzender }
}

/** Where the bericht that this one answers by its header must be; null when it answers none that way. */
function answeredAddress(row: Bericht, soort: Berichtsoort): Address | null {
  const berichtsoort = soort.heen ?? soort.antwoordOp
  const parties = partiesOf(row, soort.isRetour)
  if (berichtsoort === null || row.heenIdentificatie === null || parties === null) return null
  const { heenIdentificatie: identificatie, heenDagtekening: dagtekening } = row
  return { direction: otherDirection(row), berichtsoort, identificatie, dagtekening, ...parties }
}

/** What answers to this bericht by their header must look like; null when it asks for none. */
function answersAddress(row: Bericht, soort: Berichtsoort): Address | null {
  const berichtsoort = soort.retour ?? soort.antwoord
  const parties = partiesOf(row, soort.retour !== null)
  if (berichtsoort === null || row.identificatie === null || parties === null) return null
  const { identificatie, dagtekening } = row
  return { direction: otherDirection(row), berichtsoort, identificatie, dagtekening, ...parties }
}

const REQUEST_SOORTEN = [315, 317]
const DECISION_SOORTEN = [301, 319]

/** The requests that a bericht makes or decides on. */
function references({ facts }: ArrivingBericht, soort: Berichtsoort): readonly string[] {
  if (!(REQUEST_SOORTEN.includes(soort.nummer) || DECISION_SOORTEN.includes(soort.nummer))) return []
  const all = facts.flatMap(({ kind, key, other }) => (kind === 'toewijzing' ? (other ?? []) : key))
  return [...new Set(all)]
}

/** Takes the locks that this bericht and whatever answers it take in common; first thing in the transaction. */
export async function lockExchanges(tx: Tx, scope: ProductScope, bericht: ArrivingBericht): Promise<void> {
  const soort = soortOf(bericht.row)
  if (soort === null) return
  const about = answeredAddress(bericht.row, soort)
  const by = answersAddress(bericht.row, soort)
  const subjects = [
    ...(about ? [`${about.berichtsoort} ${about.identificatie}`] : []),
    ...(by ? [`${soort.soort} ${by.identificatie}`] : []),
    ...references(bericht, soort),
  ]
  if (subjects.length > 0) await lockSubjects(tx, scope, subjects)
}

/**
 * The bericht that this one answers by its envelope or its header, when it is here. An envelope names it by
 * referentienummer; what came bare, or names one that is not here, is tied by berichtsoort, parties and identification.
 */
export async function findHeen(tx: Tx, scope: ProductScope, row: Bericht): Promise<Heen | null> {
  const soort = soortOf(row)
  if (soort === null) return null
  const header = readStoredEnvelope(row.envelope)?.header
  if (header?.berichtcode === 'Du01') {
    const reference = { direction: otherDirection(row), referentienummer: header.crossRefnummer } as const
    const named = await findByReference(tx, scope.organisationId, reference)
    if (named?.product === scope.product && named.berichtsoort === soort.heen) return named
  }
  const about = answeredAddress(row, soort)
  return about && findAnswered(tx, scope, about)
}

async function linksByHeader(
  tx: Tx,
  scope: ProductScope,
  row: Bericht,
  soort: Berichtsoort,
  heen: Heen | null,
): Promise<Link[]> {
  const kind = soort.isRetour || soort.retour !== null ? 'RETOUR' : 'ANTWOORD'
  if (heen) return [{ fromId: row.id, toId: heen.id, kind }]
  const by = answersAddress(row, soort)
  const waiting = by ? await listWaitingAnswers(tx, scope, by) : []
  return waiting.map((fromId) => ({ fromId, toId: row.id, kind }))
}

async function linksByRequest(
  tx: Tx,
  scope: ProductScope,
  bericht: ArrivingBericht,
  soort: Berichtsoort,
): Promise<Link[]> {
  const keys = references(bericht, soort)
  if (keys.length === 0) return []
  const { id } = bericht.row
  if (REQUEST_SOORTEN.includes(soort.nummer)) {
    const answers = await listRequestAnswers(tx, scope, keys)
    return answers.filter((fromId) => fromId !== id).map((fromId) => ({ fromId, toId: id, kind: 'ANTWOORD' }))
  }
  const requests = await listRequests(tx, scope, keys)
  return requests.map((toId) => ({ fromId: id, toId, kind: 'ANTWOORD' }))
}

const CORRECTABLE = ['toewijzing', 'start', 'stop']

/** A changed or deleted start or stop (OP033), or a toewijzing that was changed since it was last sent (IV099). */
const isCorrection = ({ kind, details }: HashedFact): boolean =>
  kind === 'toewijzing' ? details.reden !== undefined : details.status === '2' || details.status === '3'

/** Tells whether one fact corrects the other: the same thing, told anew. */
function corrects(one: HashedFact, other: HashedFact): boolean {
  if (!isCorrection(one) || one.kind !== other.kind || one.key !== other.key) return false
  if (one.kind === 'toewijzing') return (other.details.besluit ?? '') < (one.details.besluit ?? '')
  return one.client === other.client && one.fromOn === other.fromOn && other.details.status !== '3'
}

async function linksByCorrection(tx: Tx, scope: ProductScope, { row, facts }: ArrivingBericht): Promise<Link[]> {
  const own = facts.filter(({ kind }) => CORRECTABLE.includes(kind))
  const kinds = [...new Set(own.map(({ kind }) => kind))]
  const kept = await listFactsByKey(tx, scope, row.id, kinds, [...new Set(own.map(({ key }) => key))])
  const links: Link[] = []
  for (const fact of own) {
    // Of what it corrects the newest; of what corrects it, each: they came before the bericht that they are about.
    const earlier = kept.filter((other) => corrects(fact, other)).at(-1)
    if (earlier) links.push({ fromId: row.id, toId: earlier.berichtId, kind: 'CORRECTIE' })
    const later = kept.filter((other): other is KeptFact => corrects(other, fact))
    links.push(...later.map(({ berichtId }): Link => ({ fromId: berichtId, toId: row.id, kind: 'CORRECTIE' })))
  }
  return links
}

/**
 * Ties a new bericht to what it answers and corrects, and to what answers and corrects it, whichever came first. Answers the
 * ties that it made.
 */
export async function coupleBericht(
  tx: Tx,
  scope: ProductScope,
  bericht: ArrivingBericht,
  heen: Heen | null,
): Promise<readonly Link[]> {
  const soort = soortOf(bericht.row)
  if (soort === null) return []
  const links = [
    ...(await linksByHeader(tx, scope, bericht.row, soort, heen)),
    ...(await linksByRequest(tx, scope, bericht, soort)),
    ...(await linksByCorrection(tx, scope, bericht)),
  ]
  await insertLinks(tx, scope, links)
  return links
}
