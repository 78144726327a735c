import type { MemberActor } from '#/lib/access/actor.ts'
import { authorise } from '#/lib/access/authorise.ts'
import type { EndedSession } from '#/lib/identity/sessions/resolve-session.ts'
import type { FormValues } from '#/lib/platform/actions/form-state.ts'
import { clock } from '#/lib/platform/clock.ts'
import { openText, sealText } from '#/lib/platform/crypto/sealed-text.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

const PURPOSE = 'form-draft'
const LARGEST_DRAFT = 20_000

const contextOf = (userId: string, organisationId: string, form: string) => ({ userId, organisationId, form })

async function save(userId: string, organisationId: string, form: string, values: FormValues): Promise<void> {
  const text = JSON.stringify(values)
  if (text.length > LARGEST_DRAFT) return
  const sealedValues = await sealText(PURPOSE, text, contextOf(userId, organisationId, form))
  const row = { sealedValues, savedAt: clock.now() }
  await inTransaction({ kind: 'organisatie', organisationId }, (tx) =>
    tx.formDraft.upsert({
      where: { userId_organisationId_form: { userId, organisationId, form } },
      create: { userId, organisationId, form, ...row },
      update: row,
    }),
  )
}

/**
 * Keeps what was typed in a form whose session had just ended, sealed, for the same person at the same gemeente. Nothing
 * is sent or changed by it.
 */
export async function keepDraft(ended: EndedSession, form: string, values: FormValues): Promise<void> {
  if (ended.organisationId) await save(ended.userId, ended.organisationId, form, values)
}

/** Keeps what stands in a form now, as the warning before the end of a session does. */
export async function keepOwnDraft(actor: MemberActor, form: string, values: FormValues): Promise<void> {
  const { member } = authorise(actor, 'draft.keep')
  await save(member.userId, member.organisationId, form, values)
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
