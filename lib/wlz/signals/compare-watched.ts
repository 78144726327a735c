import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseSystem, type ProductScope } from '#/lib/access/authorise.ts'
import { clientSubject } from '#/lib/audit/client-subject.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { tellSignals } from '#/lib/jobs/definitions/tell-wlz-signals.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { findConnected } from '#/lib/organisations/gemeenten/find-connected.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { settingsInForce } from '#/lib/settings/settings-in-force.ts'
import { askGuarded, type GuardedFault } from '#/lib/wlz/guarded-register.ts'
import { faultOf } from '#/lib/wlz/put-question.ts'
import type { WlzAnswer } from '#/lib/wlz/question.ts'
import { readWatchedBsns } from '#/lib/wlz/signals/read-watched-bsns.ts'
import { insertSignal } from '#/lib/wlz/signals/signal-repository.ts'
import {
  claim,
  dropUnreadable,
  isAnyDue,
  listWatched,
  noteChecked,
  takeDue,
  type Watched,
} from '#/lib/wlz/signals/watch-repository.ts'

const PRODUCT = 'wlz-registertoets'
/** What the log says is the ground, where a person chooses one. */
const GROND = 'signalen'
/** So many people are asked after in one run; what is left comes in the next, so that people who ask get their turn. */
export const PEOPLE_PER_RUN = 200
/** What comes within this time is told in one mail. */
const TELL_AFTER_MS = 5 * MINUTE_MS

/**
 * How a run ended. `off`: the gemeente does not want it, or nobody can be asked. `more`: people are left. `unanswered`: the register
 * did not answer, and everybody from there on is still to be asked after.
 */
export type RunOutcome =
  | { readonly kind: 'off' | 'done' | 'more' }
  | { readonly kind: 'unanswered'; readonly fault: GuardedFault }

type Run = {
  readonly actor: SystemActor
  readonly scope: ProductScope<'wlz.watch', typeof PRODUCT>
  /** `YYYY-MM-DD`, the day of this run. */
  readonly today: string
  readonly signal: AbortSignal
}

const logged = ({ scope, today }: Run, bsn: string) => ({
  subject: clientSubject(scope.organisationId, bsn),
  object: { kind: 'organisation' as const, id: scope.organisationId },
  organisationId: scope.organisationId,
  basis: `portaal ${PRODUCT}`,
  details: { peildatum: today, grond: GROND },
})

/** Makes the list of today and takes some of it; null when the gemeente has switched the signals off or is not connected. */
async function begin({ actor, scope, today }: Run): Promise<readonly Watched[] | null> {
  return inTransaction(scope.realm, async (tx) => {
    if (settings().ciz === null || !(await settingsInForce(tx, scope)).signals) return null
    if ((await findConnected(tx, { id: scope.organisationId })) === null) return null
    const listed = await listWatched(tx, scope, today)
    if (listed !== null)
      await recordAudit(tx, actor, {
        event: 'wlz.comparing-begun',
        object: { kind: 'organisation', id: scope.organisationId },
        organisationId: scope.organisationId,
        basis: `portaal ${PRODUCT}`,
        details: { aantal: listed },
      })
    return takeDue(tx, scope, today, clock.now(), PEOPLE_PER_RUN)
  })
}

/** Takes off the list whose Bsn cannot be read any more: their content has just gone. Tomorrow's list says who is left. */
async function giveUp({ actor, scope }: Run, berichtId: string, clients: readonly string[]): Promise<void> {
  await inTransaction(scope.realm, async (tx) => {
    const dropped = await dropUnreadable(tx, scope, clients)
    if (dropped === 0) return
    await recordAudit(tx, actor, {
      event: 'wlz.comparing-ended',
      object: { kind: 'bericht', id: berichtId },
      organisationId: scope.organisationId,
      basis: `portaal ${PRODUCT}`,
      details: { aantal: dropped },
    })
  })
}

/** Whom a bericht is about, of those who are due, in memory. That it was read, and why, is in the log first. */
async function readBericht(run: Run, berichtId: string, clients: ReadonlySet<string>) {
  const { actor, scope, today, signal } = run
  const row = await inTransaction(scope.realm, async (tx) => {
    const found = await tx.bericht.findUniqueOrThrow({ where: { id: berichtId } })
    await recordAudit(tx, actor, {
      event: 'bericht.content-read',
      object: { kind: 'bericht', id: berichtId },
      organisationId: scope.organisationId,
      basis: `portaal ${PRODUCT}`,
      details: { berichtsoort: found.berichtsoort, doel: GROND },
    })
    return found
  })
  const read = await readWatchedBsns(row, clients, signal)
  // The test environment asks after nobody real, also not after what came in before it was one.
  const bsns = new Map([...read].filter(([, bsn]) => faultOf({ bsn, peildatum: today }) === null))
  const unread = [...clients].filter((client) => !bsns.has(client))
  if (unread.length > 0) await giveUp(run, berichtId, unread)
  return bsns
}

/** Notes the answer; an indicatie that has no signal yet gets one, in the same transaction. */
async function settle(run: Run, { client, berichtId }: Watched, bsn: string, answer: WlzAnswer): Promise<void> {
  const { actor, scope, today } = run
  await inTransaction(scope.realm, async (tx) => {
    if (!(await noteChecked(tx, scope, client, today))) return
    await recordAudit(tx, actor, { event: 'wlz.answered', ...logged(run, bsn) })
    if (!answer.hasIndication) return
    const at = clock.now()
    const made = { client, since: answer.since, berichtId, bsnEnd: bsn.slice(-3), at }
    if ((await insertSignal(tx, scope, made)) === null) return
    await recordAudit(tx, actor, { event: 'wlz.signalled', ...logged(run, bsn) })
    const { organisationId } = scope
    await enqueue(tx, tellSignals, { organisationId }, { startAfter: new Date(at.getTime() + TELL_AFTER_MS) })
  })
}

/** Asks after one person, once the log has it. A fault ends the run. */
async function compareOne(run: Run, watched: Watched, bsn: string): Promise<GuardedFault | null> {
  const { actor, scope, today } = run
  const isOurs = await inTransaction(scope.realm, async (tx) => {
    if (!(await claim(tx, scope, watched.client, today, clock.now()))) return false
    await recordAudit(tx, actor, { event: 'wlz.asked', ...logged(run, bsn) })
    return true
  })
  if (!isOurs) return null
  const answer = await askGuarded({ bsn, peildatum: today }, actor.origin.requestId)
  if (answer.ok) {
    await settle(run, watched, bsn, answer.value)
    return null
  }
  await inTransaction(scope.realm, (tx) =>
    recordAudit(tx, actor, {
      event: 'wlz.answered',
      result: 'error',
      reasonCode: answer.error,
      ...logged(run, bsn),
    }),
  )
  return answer.error
}

async function compareBericht(run: Run, berichtId: string, people: readonly Watched[]): Promise<GuardedFault | null> {
  const bsns = await readBericht(run, berichtId, new Set(people.map(({ client }) => client)))
  for (const watched of people) {
    run.signal.throwIfAborted()
    const bsn = bsns.get(watched.client)
    if (bsn === undefined) continue
    const fault = await compareOne(run, watched, bsn)
    if (fault !== null) return fault
  }
  return null
}

/**
 * Compares some of the inhabitants of a gemeente with a running Wmo provision with the Wlz register, and gives a signal for an
 * indicatie that it gave none for before (decision 023). Every question is in the log, on behalf of the gemeente. Killed anywhere, or
 * run twice at once, the next run goes on with whoever has no answer of today; nobody without an answer counts as "no".
 */
export async function compareWatched(
  actor: SystemActor,
  organisationId: string,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const { scope } = authoriseSystem(actor, 'wlz.watch', organisationId, PRODUCT)
  const run: Run = { actor, scope, today: dayInAmsterdam(clock.now()), signal }
  const due = await begin(run)
  if (due === null) return { kind: 'off' }
  for (const [berichtId, people] of Map.groupBy(due, (one) => one.berichtId)) {
    const fault = await compareBericht(run, berichtId, people)
    if (fault !== null) return { kind: 'unanswered', fault }
  }
  const isMore = await inTransaction(scope.realm, (tx) => isAnyDue(tx, scope, run.today))
  return { kind: isMore ? 'more' : 'done' }
}
