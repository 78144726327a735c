import type { SystemActor } from '#/lib/access/actor.ts'
import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Endpoint } from '#/lib/chain/outbound/post-envelope.ts'
import type { Bericht, Dispatch } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

export type SendScope = ProductScope<'bericht.send'>

/** A bericht whose turn it is, as the portal itself sends it. */
export type Turned = { readonly scope: SendScope; readonly system: SystemActor; readonly dispatch: Dispatch }

/** With its row, and where it goes. */
export type Sending = Turned & { readonly row: Bericht; readonly endpoint: Endpoint }

/** What differs between the way to the chain and the way to a gemeente's own software. Each works in the transaction it is given. */
export type Road = {
  /** The bericht and where it goes; null when it must not leave any more, or has arrived. */
  prepare(tx: Tx, turned: Turned): Promise<Pick<Sending, 'row' | 'endpoint'> | null>
  /** A try begins; what leaves for the first time is told before a byte does. */
  begin(tx: Tx, sending: Sending): Promise<void>
  /** The other side has it. */
  confirm(tx: Tx, sending: Sending): Promise<void>
  /** So many tries have failed, and there will be another one. */
  delay(tx: Tx, sending: Sending, attempts: number): Promise<void>
  /** There will be no further try. False: that does not matter any more, it is answered or refused already. */
  giveUp(tx: Tx, sending: Sending, failure: string): Promise<boolean>
}

/** What the log says of a bericht on its way. */
export const aboutSending = ({ dispatch, scope, row }: Sending) => ({
  object: { kind: 'bericht' as const, id: dispatch.berichtId },
  organisationId: scope.organisationId,
  details: {
    berichtsoort: row.berichtsoort,
    ...(dispatch.fault === null ? {} : { berichtcode: 'Fo01' }),
    ontvanger: dispatch.receiver,
    referentienummer: dispatch.referentienummer,
    poging: dispatch.attempts + 1,
  },
})
