import { type Origin, systemActor } from '#/lib/access/actor.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'

/** So many of one certificate in a minute are told: software that goes on trying must not fill the log. The process log has all. */
const TOLD_PER_MINUTE = { name: 'webservice-geweigerd', max: 10, windowSeconds: 60 } as const

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A referentienummer as somebody else wrote it, for a log: null when it has another form, and so may be anything. */
export const loggedReference = (text: string | null): string | null =>
  text !== null && UUID_4.test(text) ? text : null

/** A call to the web service that was refused. */
export type RefusedCall = {
  /** SHA-256 of the certificate; empty when there was none. */
  readonly fingerprint: string
  /** The code that was answered. */
  readonly code: string
  /** As it stands on the envelope, if that was read. */
  readonly referentienummer: string | null
  readonly origin: Pick<Origin, 'requestId' | 'ipPrefix'>
}

/**
 * Logs that a call to the web service was refused, and why (ASVS 16.3.2): in the log of the gemeente whose settings know the
 * certificate, also when an agreement of that gemeente was withdrawn, and otherwise in that of the servicedesk. Of one certificate at
 * most ten a minute.
 */
export async function recordRefusedCall({ fingerprint, code, referentienummer, origin }: RefusedCall): Promise<void> {
  if (!(await countAgainst(TOLD_PER_MINUTE, fingerprint)).allowed) return
  const actor = systemActor('keten.ontvangen', origin.requestId)
  await inTransaction({ kind: 'systeem' }, async (tx) => {
    const known = await tx.productSettings.findFirst({
      where: { clientFingerprint: fingerprint },
      select: { organisationId: true },
    })
    await recordAudit(
      tx,
      { ...actor, origin: { ...actor.origin, ipPrefix: origin.ipPrefix } },
      {
        event: 'webservice.refused',
        result: 'refused',
        reasonCode: code,
        ...(known ?? {}),
        details: { vingerafdruk: fingerprint, referentienummer: loggedReference(referentienummer) },
      },
    )
  })
}
