import type { MemberActor } from '#/lib/access/actor.ts'
import { authorise } from '#/lib/access/authorise.ts'
import type { EndedSession } from '#/lib/identity/sessions/resolve-session.ts'
import type { FormValues } from '#/lib/platform/actions/form-state.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { openText, sealText } from '#/lib/platform/crypto/sealed-text.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

const PURPOSE = 'form-draft'
const LARGEST_DRAFT = 20_000

const contextOf = (userId: string, organisationId: string, form: string) => ({ userId, organisationId, form })

// Whoever was still typing is back by then; a token that lies about somewhere is of no use after it.
const KEPT_AFTER_MS = 10 * MINUTE_MS

/** False when it is too much to keep. */
async function save(userId: string, organisationId: string, form: string, values: FormValues): Promise<boolean> {
  const text = JSON.stringify(values)
  if (text.length > LARGEST_DRAFT) return false
  const sealedValues = await sealText(PURPOSE, text, contextOf(userId, organisationId, form))
  const row = { sealedValues, savedAt: clock.now() }
  await inTransaction({ kind: 'organisatie', organisationId }, (tx) =>
    tx.formDraft.upsert({
      where: { userId_organisationId_form: { userId, organisationId, form } },
      create: { userId, organisationId, form, ...row },
      update: row,
    }),
  )
  return true
}

/**
 * Keeps what was typed in a form whose session had just run out, sealed, for the same person at the same gemeente. Nothing
 * is sent or changed by it. False when it is not kept: after any other end, such as "Uitloggen" or a block, who still
 * holds the token is not known to be that person.
 */
export async function keepDraft(ended: EndedSession, form: string, values: FormValues): Promise<boolean> {
  const ranOut = ended.reason === 'INACTIEF' || ended.reason === 'ABSOLUUT'
  const ageMs = clock.now().getTime() - ended.endedAt.getTime()
  if (!ended.organisationId || !ranOut || ageMs > KEPT_AFTER_MS) return false
  return save(ended.userId, ended.organisationId, form, values)
}

/** Keeps what stands in a form now, as the warning before the end of a session does. */
export async function keepOwnDraft(
  actor: MemberActor,
  form: string,
  values: FormValues,
): Promise<Result<null, 'too_large'>> {
  const { member } = authorise(actor, 'draft.keep')
  const isKept = await save(member.userId, member.organisationId, form, values)
  return isKept ? ok(null) : err('too_large')
}

/** What was kept of a form, or null. */
export async function readDraft(actor: MemberActor, form: string): Promise<FormValues | null> {
  const { scope, member } = authorise(actor, 'draft.keep')
  const key = { userId: member.userId, organisationId: scope.organisationId, form }
  const row = await inTransaction(scope.realm, (tx) =>
    tx.formDraft.findUnique({ where: { userId_organisationId_form: key } }),
  )
  if (!row) return null
  const text = await openText(PURPOSE, row.sealedValues, contextOf(member.userId, scope.organisationId, form))
  return JSON.parse(text) as FormValues
}

/** Forgets what was kept of a form. */
export async function forgetDraft(actor: MemberActor, form: string): Promise<void> {
  const { scope, member } = authorise(actor, 'draft.keep')
  await inTransaction(scope.realm, (tx) =>
    tx.formDraft.deleteMany({ where: { userId: member.userId, organisationId: scope.organisationId, form } }),
  )
}
