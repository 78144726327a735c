import type { Actor } from '#/lib/access/actor.ts'
import { authoriseOwn } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { findChoices, keepChoices, skipUnmailed } from '#/lib/inbox/preferences/preference-repository.ts'
import { choicesFor, isOn, type MailChoices, type SavePreferences } from '#/lib/inbox/preferences/schema.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { lockOn } from '#/lib/platform/db/lock.ts'
import { ok, type Result } from '#/lib/platform/result.ts'

const only = (choices: Partial<MailChoices>, names: readonly string[]): Partial<MailChoices> =>
  Object.fromEntries(Object.entries(choices).filter(([name]) => names.includes(name)))

/** What whoever asks is mailed of, as far as the present roles are told of anything. Throws ForbiddenError. */
export async function readPreferences(actor: Actor): Promise<Partial<MailChoices>> {
  const { scope, member } = authoriseOwn(actor, 'notification.own')
  const names = choicesFor(member.roles)
  if (names.length === 0) return {}
  return only(await inTransaction(scope.realm, (tx) => findChoices(tx, scope.memberId)), names)
}

/**
 * Keeps what whoever asks wants to be mailed of, logged. What the present roles are not told of stays as it was; the same again
 * changes nothing. Mail that is turned on is about what comes from now on.
 */
export async function savePreferences(actor: Actor, input: SavePreferences): Promise<Result<null, never>> {
  const { scope, member } = authoriseOwn(actor, 'notification.own')
  const names = choicesFor(member.roles)
  return inTransaction(
    scope.realm,
    async (tx) => {
      const now = await findChoices(tx, scope.memberId)
      const changed = names.filter((name) => input[name] !== undefined && input[name] !== now[name])
      if (changed.length === 0) return ok(null)
      await keepChoices(tx, scope, only(input, changed), clock.now())
      await skipUnmailed(
        tx,
        scope,
        changed.filter((name) => !isOn(now[name])),
      )
      await recordAudit(tx, member, {
        event: 'profile.mail-changed',
        subject: { kind: 'member', id: member.memberId },
        details: { velden: changed },
      })
      return ok(null)
    },
    [lockOn(`mailvoorkeuren ${scope.memberId}`)],
  )
}
