import type { Readable } from 'node:stream'
import type { Actor, SystemActor } from '#/lib/access/actor.ts'
import { authoriseSystem, type ProductScope } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { auditInsert } from '#/lib/audit/record-audit.ts'
import { findByReference } from '#/lib/berichten/earlier-berichten.ts'
import { type Entry, enterBericht } from '#/lib/berichten/enter-bericht.ts'
import { cleanFileName, receivedFileName } from '#/lib/berichten/file-name.ts'
import { exchangeLocks } from '#/lib/berichten/links/couple.ts'
import { completeRow, findBericht, UNTOUCHED } from '#/lib/berichten/repository.ts'
import { type Beginning, statusAfter } from '#/lib/berichten/rules.ts'
import { awaitsScanner } from '#/lib/berichten/scanning/awaits-scanner.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import {
  contentColumns,
  discardContent,
  keepContent,
  type TakeInFailure,
  type TakenInContent,
  takeInContent,
} from '#/lib/berichten/take-in-content.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import { handOn } from '#/lib/chain/outbound/hand-on.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import { scanContents } from '#/lib/jobs/definitions/scan-contents.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { isUniqueViolation } from '#/lib/platform/db/unique-violation.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

export type ReceiveBericht = {
  readonly organisationId: string
  readonly product: BerichtProduct
  readonly body: Readable
  readonly unverifiedFileName?: string
  /** It must come in an envelope that its schema allows; otherwise nothing is kept. */
  readonly demandsEnvelope?: boolean
}

/** What was received now or before. Not the same content under one referentienummer is a fault of the sender (IB016). */
export type Received = {
  readonly bericht: BerichtView
  readonly isRepeated: boolean
  readonly isSameContent: boolean
}
type Arrival = {
  readonly scope: ProductScope<'bericht.receive', BerichtProduct>
  readonly system: SystemActor
  readonly input: ReceiveBericht
  readonly berichtId: string
  readonly receivedAt: Date
}

async function gemeenteCodeOf({ scope }: Arrival): Promise<string> {
  const organisation = await inTransaction(scope.realm, (tx) =>
    tx.organisation.findUnique({ where: { id: scope.organisationId }, select: { gemeenteCode: true } }),
  )
  if (!organisation) throw new NotFoundError('organisation')
  return organisation.gemeenteCode
}

/**
 * Takes in a bericht that reaches a gemeente, in its envelope or bare. It passes the checks of a delivery for show only:
 * with findings it is kept and offered all the same, so that the gemeente can answer with the fitting retourbericht. What
 * answers a delivered bericht is tied to it and makes it BEANTWOORD. A repeated referentienummer adds nothing.
 * `bad_envelope`: it had to come in one, and did not. `real_person`: it came to the test environment and is about somebody real.
 */
export async function receiveBericht(
  actor: Actor,
  input: ReceiveBericht,
  signal: AbortSignal,
): Promise<Result<Received, TakeInFailure | 'bad_envelope' | 'real_person'>> {
  const { scope, system } = authoriseSystem(actor, 'bericht.receive', input.organisationId, input.product)
  const arrival = { scope, system, input, berichtId: ids.rowId(), receivedAt: clock.now() }
  const taken = await takeInContent(
    {
      organisationId: input.organisationId,
      berichtId: arrival.berichtId,
      body: input.body,
      expected: { product: input.product, gemeenteCode: await gemeenteCodeOf(arrival), richting: 'ontvangen' },
    },
    signal,
  )
  if (!taken.ok) return err(taken.error)
  if (input.demandsEnvelope && !hasSoundEnvelope(taken.value)) {
    await discardContent(taken.value)
    return err('bad_envelope')
  }
  // Somebody real has no place in the test environment, not even in what is refused.
  if (taken.value.report.bevindingen.some(({ code }) => code === 'BRS18')) {
    await discardContent(taken.value)
    return err('real_person')
  }
  return ok(await keep(arrival, taken.value))
}

/** Findings on the frame of an envelope that say nothing of its form: what is wrong with them the gemeente may judge. */
const OF_MEANING = ['zenderInhoud', 'functieInhoud', 'functieVersie', 'tekstBestand', 'foutbericht']

/** Tells whether there is an envelope whose form is what its schema wants, whatever is in it. */
function hasSoundEnvelope({ report: { envelop, bevindingen } }: TakenInContent): boolean {
  const isOfForm = ({ ernst, inEnvelop, variant }: Finding) =>
    ernst === 'fout' && !inEnvelop && !OF_MEANING.includes(variant)
  return envelop !== null && envelop.header !== null && !bevindingen.some(isOfForm)
}

async function keep(arrival: Arrival, content: TakenInContent): Promise<Received> {
  const { scope, berichtId, receivedAt } = arrival
  const entry = entryOf(arrival, content, [])
  const { row } = entry
  try {
    const enter = async (tx: Tx) => {
      const kept = await enterBericht(tx, scope, entry)
      if (kept.awaitsScan) await enqueue(tx, scanContents, {})
      else await handOn(tx, scope, kept, receivedAt)
      return kept
    }
    const entered = await keepContent(scope.realm, content, enter, exchangeLocks(scope, entry))
    return { bericht: toBerichtView(entered, beginningOf(receivedAt)), isRepeated: false, isSameContent: true }
  } catch (error) {
    const repeated = isUniqueViolation(error) ? await findRepeated(arrival, row) : null
    const kept = await inTransaction(scope.realm, (tx) => findBericht(tx, scope, berichtId))
    if (!kept) await discardContent(content)
    if (repeated) {
      const isSameContent = Buffer.from(row.sha256).equals(repeated.sha256)
      return { bericht: toBerichtView(repeated, null), isRepeated: true, isSameContent }
    }
    throw error
  }
}

/** The beginning of its timeline: it is there at once, or waits for the virus scanner where there is one. */
function beginningOf(receivedAt: Date) {
  const [event] = [awaitsScanner() ? 'arrive' : 'receive'] as const satisfies Beginning
  return { status: statusAfter(event), at: receivedAt, byName: null, explanation: null }
}

/** The bericht as it is entered, with what was found besides what stands in the file. */
function entryOf(arrival: Arrival, content: TakenInContent, more: readonly Finding[]): Entry {
  const findings = [...content.report.bevindingen, ...more]
  const row = rowOf(arrival, content, findings)
  return {
    row,
    facts: content.facts,
    clients: content.clients,
    steps: [beginningOf(arrival.receivedAt)],
    logged: logOf(arrival, row, content, findings),
    withFindings: (found) => entryOf(arrival, content, [...more, ...found]),
  }
}

function rowOf(
  { scope, input, berichtId, receivedAt }: Arrival,
  content: TakenInContent,
  findings: readonly Finding[],
): Bericht {
  const columns = contentColumns(content)
  // A file of another form than XML has a name of its own.
  const name = input.unverifiedFileName ?? content.report.envelop?.payload?.bestandsnaam
  return completeRow({
    ...columns,
    findings,
    id: berichtId,
    organisationId: scope.organisationId,
    product: scope.product,
    direction: 'ONTVANGEN',
    status: beginningOf(receivedAt).status,
    referentienummer: content.report.envelop?.header?.referentienummer ?? null,
    fileName: name ? cleanFileName(name) : receivedFileName(columns.berichtsoort, columns.identificatie),
    deliveredById: null,
    deliveredByName: null,
    idempotencyKey: null,
    createdAt: receivedAt,
    receivedAt,
    awaitsScan: awaitsScanner(),
    ...UNTOUCHED,
  })
}

/** What came before under the same referentienummer. */
const findRepeated = ({ scope }: Arrival, row: Bericht): Promise<Bericht | null> =>
  inTransaction(scope.realm, (tx) => findByReference(tx, scope.organisationId, row))

function logOf({ system, scope }: Arrival, row: Bericht, content: TakenInContent, findings: readonly Finding[]) {
  return auditInsert(system, {
    event: 'bericht.received',
    object: { kind: 'bericht', id: row.id },
    organisationId: scope.organisationId,
    details: {
      berichtsoort: row.berichtsoort,
      grootte: row.sizeBytes,
      sha256: content.sha256,
      bevindingen: [...new Set(findings.map(({ code }) => code))],
    },
  })
}
