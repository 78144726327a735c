import type { ProductScope } from '#/lib/access/authorise.ts'
import type { HashedFact, PlacedFact } from '#/lib/berichten/facts/kept-fact.ts'
import {
  type Address,
  type Counterparts,
  findCounterparts,
  listRequestAnswers,
  type Search,
} from '#/lib/berichten/links/counterparts.ts'
import { findNamed, type Named, otherDirection, partiesOf } from '#/lib/berichten/links/find-named.ts'
import type { Link } from '#/lib/berichten/links/link-repository.ts'
import { isSenderInDoubt } from '#/lib/berichten/links/sender-doubt.ts'
import { History } from '#/lib/berichten/sequence/history.ts'
import { judgeSequence } from '#/lib/berichten/sequence/judge-sequence.ts'
import type { Subject } from '#/lib/berichten/sequence/sequence-rule.ts'
import { dateText } from '#/lib/berichten/view.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { type Berichtsoort, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import { type EigenBijdrage, findEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { type Lock, lockOn } from '#/lib/platform/db/lock.ts'

/** A bericht that is being taken in, and what is read from it. */
export type ArrivingBericht = { readonly row: Bericht; readonly facts: readonly PlacedFact[] }

const soortOf = ({ berichtsoort }: Bericht): Berichtsoort | null =>
  berichtsoort === null ? null : findBerichtsoort(berichtsoort)

/** Where the bericht that this one answers by its header must be; null when it answers none that way. */
function answeredAddress(row: Bericht, soort: Berichtsoort): Address | null {
  const berichtsoort = soort.heen ?? soort.antwoordOp
  const parties = partiesOf(row, soort.isRetour)
  if (berichtsoort === null || row.heenIdentificatie === null || parties === null) return null
  const { heenIdentificatie: identificatie, heenDagtekening } = row
  const dagtekening = dateText(heenDagtekening)
  return { direction: otherDirection(row), berichtsoort, identificatie, dagtekening, ...parties }
}

/** What answers to this bericht by their header must look like; null when it asks for none. */
function answersAddress(row: Bericht, soort: Berichtsoort): Address | null {
  const berichtsoort = soort.retour ?? soort.antwoord
  const parties = partiesOf(row, soort.retour !== null)
  if (berichtsoort === null || row.identificatie === null || parties === null) return null
  const { identificatie } = row
  const dagtekening = dateText(row.dagtekening)
  return { direction: otherDirection(row), berichtsoort, identificatie, dagtekening, ...parties }
}

const REQUEST_SOORTEN = [315, 317]
const DECISION_SOORTEN = [301, 319]
const makesRequests = ({ nummer }: Berichtsoort) => REQUEST_SOORTEN.includes(nummer)

/** Facts that are known by the reference of a request. */
const REFERRING = ['verzoek', 'antwoord']

/** The requests that a bericht makes or decides on. */
function references({ facts }: ArrivingBericht, soort: Berichtsoort): readonly string[] {
  if (!(makesRequests(soort) || DECISION_SOORTEN.includes(soort.nummer))) return []
  const all = facts.flatMap(({ kind, key, other }) =>
    kind === 'toewijzing' ? (other ?? []) : REFERRING.includes(kind) ? key : [],
  )
  return [...new Set(all)]
}

/** The database has room for some thousands of locks; a bericht can name more requests than that. */
const FINE_LOCKS_AT_MOST = 200

/** Locks on requests by their hash: each on its own, or of a bericht with very many of them on all of the gemeente. */
function requestLocks(owner: string, requests: readonly string[]): readonly Lock[] {
  if (requests.length === 0) return []
  if (requests.length > FINE_LOCKS_AT_MOST) return [lockOn(`${owner} verzoeken`)]
  return [lockOn(`${owner} verzoeken`, true), ...requests.map((request) => lockOn(`${owner} verzoek ${request}`))]
}

/**
 * The locks that this bericht and whatever answers it take in common, at the beginning of the transaction: otherwise a
 * bericht and its answer that arrive together would not see each other, and two answers would both be the first.
 */
export function exchangeLocks({ organisationId, product }: ProductScope, bericht: ArrivingBericht): readonly Lock[] {
  const soort = soortOf(bericht.row)
  if (soort === null || bericht.row.status === 'AFGEKEURD') return []
  const owner = `${organisationId} ${product}`
  const about = answeredAddress(bericht.row, soort)
  const by = answersAddress(bericht.row, soort)
  return [
    ...(about ? [lockOn(`${owner} ${about.berichtsoort} ${about.identificatie}`)] : []),
    ...(by ? [lockOn(`${owner} ${soort.soort} ${by.identificatie}`)] : []),
    ...requestLocks(owner, references(bericht, soort)),
  ]
}

const CORRECTABLE = ['toewijzing', 'start', 'stop']
/** What is known by the number of a toewijzing. */
const NUMBERED = [...CORRECTABLE, 'prestatie', 'ongewijzigd', 'wijziging']
const CLAIMS = [323]

/** A changed or deleted start or stop (OP033), or a toewijzing that was changed since it was last sent (IV099). */
const isCorrection = ({ kind, details }: HashedFact): boolean =>
  kind === 'toewijzing' ? details.reden !== undefined : details.status === '2' || details.status === '3'

/** Tells whether one fact corrects the other: the same thing, told anew. */
function corrects(one: HashedFact, other: HashedFact): boolean {
  if (!isCorrection(one) || one.kind !== other.kind || one.key !== other.key) return false
  if (one.kind === 'toewijzing') return (other.details.besluit ?? '') < (one.details.besluit ?? '')
  return one.client === other.client && one.fromOn === other.fromOn && other.details.status !== '3'
}

const isCorrectable = ({ kind }: HashedFact) => CORRECTABLE.includes(kind)

function searchOf(bericht: ArrivingBericht, soort: Berichtsoort): Search {
  const { row, facts } = bericht
  const { afzender, identificatie } = row
  const named = facts.flatMap(({ kind, key, other }) => [
    NUMBERED.includes(kind) || kind === 'nieuw' ? null : key,
    other,
  ])
  return {
    about: answeredAddress(row, soort),
    own: identificatie,
    by: answersAddress(row, soort),
    decidesOn: makesRequests(soort) ? [] : references(bericht, soort),
    numbers: [...new Set(facts.filter(({ kind }) => NUMBERED.includes(kind)).map(({ key }) => key))],
    references: [...new Set(named.filter((one) => one !== null))],
    clients: [...new Set(facts.flatMap(({ client }) => client ?? []))],
    assignedOnly: CLAIMS.includes(soort.nummer),
    identification:
      row.direction === 'AANGELEVERD' || afzender === null || identificatie === null
        ? null
        : { berichtsoort: soort.soort, afzender, identificatie },
  }
}

function linksByHeader(row: Bericht, soort: Berichtsoort, heen: Named | null, waiting: readonly string[]): Link[] {
  const kind = soort.isRetour || soort.retour !== null ? 'RETOUR' : 'ANTWOORD'
  if (heen) return [{ fromId: row.id, toId: heen.id, kind }]
  return waiting.map((fromId) => ({ fromId, toId: row.id, kind }))
}

function linksByCorrection(bericht: ArrivingBericht, { facts }: Counterparts): Link[] {
  const { id } = bericht.row
  return bericht.facts.filter(isCorrectable).flatMap((fact) => {
    // Of what it corrects the newest; of what corrects it, each: they came before the bericht that they are about.
    const earlier = facts.findLast((other) => corrects(fact, other))
    const later = facts.filter((other) => corrects(other, fact))
    return [
      ...(earlier ? [{ fromId: id, toId: earlier.berichtId, kind: 'CORRECTIE' } as const] : []),
      ...later.map(({ berichtId }) => ({ fromId: berichtId, toId: id, kind: 'CORRECTIE' }) as const),
    ]
  })
}

/** The ties of a bericht that is about to be kept: what it answers by its header, and all links to be made with it. */
export type Ties = {
  readonly heen: Named | null
  readonly links: readonly Link[]
  /** What the rules across berichten find (level 3). */
  readonly findings: readonly Finding[]
}

function subjectOf(
  { row, facts }: ArrivingBericht,
  soort: Berichtsoort,
  { heen, facts: kept, beganOn, isIdentificationUsed }: Counterparts,
): Subject {
  return {
    direction: row.direction,
    nummer: soort.nummer,
    dagtekening: dateText(row.dagtekening),
    heenDagtekening: dateText(row.heenDagtekening),
    facts,
    answers: heen === null ? 'unknown' : heen.isAnswered ? 'answered' : 'open',
    isIdentificationUsed,
    history: new History(kept, beganOn),
  }
}

/**
 * A retourbericht about the eigen bijdrage is tied by what its envelope says, and by nothing else: what it says itself is not
 * read. One that is faulty as far as that can be told answers nothing. The bericht that it answers was here before it left, so
 * no answer waits for it.
 */
async function tiesByEnvelope(tx: Tx, scope: ProductScope, row: Bericht, { heen }: EigenBijdrage): Promise<Ties> {
  const isAnswer = heen !== null && row.errorCount === 0
  const named = isAnswer ? await findNamed(tx, scope, row, { heen, isCopied: false }) : null
  const links = named === null ? [] : [{ fromId: row.id, toId: named.id, kind: 'RETOUR' } as const]
  return { heen: named, links, findings: [] }
}

/**
 * Finds what a new bericht answers and corrects, and what answers and corrects it, whichever came first; and holds it against
 * what the gemeente sent and received before. Before it lies among
 * the others, in a transaction that holds its exchangeLocks.
 */
export async function findTies(tx: Tx, scope: ProductScope, bericht: ArrivingBericht): Promise<Ties> {
  const { row } = bericht
  const eigenBijdrage = findEigenBijdrage(row.berichtsoort)
  if (eigenBijdrage !== null) return tiesByEnvelope(tx, scope, row, eigenBijdrage)
  const soort = soortOf(row)
  if (soort === null) return { heen: null, links: [], findings: [] }
  if (isSenderInDoubt(row)) return { heen: null, links: [], findings: [] }
  const found = await findCounterparts(tx, scope, searchOf(bericht, soort))
  const decided = makesRequests(soort) ? await listRequestAnswers(tx, scope, references(bericht, soort)) : []
  // A provider's wrong number must not settle what another provider owes: then berichtsoort, parties and identification tell.
  const heen = (await findNamed(tx, scope, row, { heen: soort.heen, isCopied: soort.isRetour })) ?? found.heen
  const links: readonly Link[] = [
    ...linksByHeader(row, soort, heen, found.waiting),
    ...found.asked.map((toId) => ({ fromId: row.id, toId, kind: 'ANTWOORD' }) as const),
    ...decided.map((fromId) => ({ fromId, toId: row.id, kind: 'ANTWOORD' }) as const),
    ...linksByCorrection(bericht, found),
  ]
  return { heen, links, findings: judgeSequence(soort, subjectOf(bericht, soort, found)) }
}
