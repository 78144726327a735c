import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { type DeliverBericht, type DeliverOutcome, deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { type Received, receiveBericht } from '#/lib/berichten/receive-bericht.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { validatorPool } from '#/lib/validator/pool.ts'

/** A folder for contents of one test file, gone after its last test, which also ends the validator processes. */
export function contentFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portaal-inhoud-'))
  afterAll(() => {
    validatorPool().close()
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Names of all files that lie in the folder, finished or not. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

/** A signal that never fires. */
export const untilDone = () => new AbortController().signal

/** Delivers bytes as a browser would. */
export function deliver(
  actor: MemberActor,
  bytes: Buffer,
  options: Partial<Omit<DeliverBericht, 'body'>> = {},
): Promise<DeliverOutcome> {
  const input = { product: 'iwmo', unverifiedFileName: 'test.xml', ...options, body: Readable.from([bytes]) } as const
  return deliverBericht(actor, input, untilDone())
}

/** Brings a file of the chain to a gemeente; it must be taken in. */
export async function receive(
  organisationId: string,
  bytes: Buffer,
  product: BerichtProduct = 'iwmo',
): Promise<Received> {
  const input = { organisationId, product, body: Readable.from([bytes]) }
  const received = await receiveBericht(systemActor('keten', 'test'), input, untilDone())
  if (!received.ok) throw new Error(`the receipt ended with ${received.error}`)
  return received.value
}

/** The same, for who asks only for the bericht. */
export const received = async (...given: Parameters<typeof receive>): Promise<BerichtView> =>
  (await receive(...given)).bericht

/** The bericht of an accepted delivery; anything else fails the test. */
export function accepted(outcome: DeliverOutcome): BerichtView {
  if (outcome.kind !== 'accepted') throw new Error(`the delivery was ${outcome.kind}`)
  return outcome.bericht
}

/** The bericht of a rejected delivery; anything else fails the test. */
export function rejected(outcome: DeliverOutcome): BerichtView {
  if (outcome.kind !== 'rejected') throw new Error(`the delivery was ${outcome.kind}`)
  return outcome.bericht
}
