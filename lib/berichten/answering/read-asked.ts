import type { Asked } from '#/lib/berichten/answering/find-asked.ts'
import { type Unreadable, withContent } from '#/lib/berichten/reading/open-content.ts'
import { NotWellFormedError, visitClients } from '#/lib/istandaarden/reading/read-clients.ts'
import { childOf, type ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import { typeTree } from '#/lib/istandaarden/type-tree.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import type { Result } from '#/lib/platform/result.ts'

/** What an answer repeats of the bericht that it answers. */
export type AskedContent = {
  readonly header: ReadElement
  /** The class Declaratie, without its clients; null in a bericht that is no declaratie. */
  readonly declaratie: ReadElement | null
  readonly clientCount: number
}

/** Reads the content of a bericht that is to be answered, and lets `visit` see each of its clients. */
export const readAsked = (
  { row }: Asked,
  signal: AbortSignal,
  visit: (client: ReadElement) => void = () => undefined,
): Promise<Result<AskedContent, Unreadable>> =>
  withContent(row, signal, async (text, soort) => {
    const { general, clientCount, isCut } = await visitClients(text, typeTree(soort), visit)
    // Of what was not read whole no line may be answered.
    if (isCut) throw new NotWellFormedError('more elements than are read')
    const named = (name: string) => general.find((element) => element.name === name) ?? null
    const header = named('Header')
    if (header === null) throw new InvariantError('a valid bericht has a header')
    return { header, declaratie: named('Declaratie'), clientCount }
  })

/** The requests of a client of a 315 or 317, in the order of the file: per product, or one for all together. */
export function requestsOf(client: ReadElement): readonly ReadElement[] {
  const whole = childOf(client, 'Verzoek')
  return whole ? [whole] : (childOf(client, 'AangevraagdeProducten')?.children ?? [])
}
