import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { findFunctie, functieVersieOf } from '#/lib/envelope/functies.ts'
import type { CarryingHeader } from '#/lib/envelope/schema.ts'
import { stufMoment } from '#/lib/envelope/stuf-moment.ts'
import { type ContentForm, wrapContent } from '#/lib/envelope/wrap-envelope.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { CAK, findEigenBijdrage, NEWEST_EIGEN_BIJDRAGE_RELEASE } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'

/** What an envelope must say when it is not what fits the functie and the content. */
export type EnvelopeRecipe = {
  readonly gemeenteCode?: string
  readonly zender?: string
  readonly ontvanger?: string
  readonly referentienummer?: string
  readonly crossRefnummer?: string
  readonly functieSubversie?: string
  readonly at?: Date
}

/** Referentienummers that are always the same: the n-th. */
export const referentienummer = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Whom the gemeente exchanges this functie with, who of the two sends it, and the release. */
function exchangeOf(functie: string, content: Buffer) {
  const eigenBijdrage = findEigenBijdrage(functie)
  if (eigenBijdrage !== null)
    return { other: CAK, gemeente: eigenBijdrage.gemeente, versie: NEWEST_EIGEN_BIJDRAGE_RELEASE }
  const aanbieder = /:(?:Afzender|Ontvanger)>([0-9]{8})</.exec(content.toString('utf8', 0, 2_000))?.[1]
  return { other: aanbieder ?? '99990001', gemeente: findBerichtsoort(functie)?.gemeente, versie: '3.2' }
}

/** The header of an envelope between a gemeente and the other party of the content, in the direction of that functie. */
export function makeEnvelopeHeader(functie: string, content: Buffer, recipe: EnvelopeRecipe = {}): CarryingHeader {
  const exchange = exchangeOf(functie, content)
  const gemeente = recipe.gemeenteCode ?? '9901'
  const [zender, ontvanger] = exchange.gemeente === 'ophalen' ? [exchange.other, gemeente] : [gemeente, exchange.other]
  const common = {
    zender: { organisatie: recipe.zender ?? zender, applicatie: 'Zorgsoftware', administratie: null },
    ontvanger: { organisatie: recipe.ontvanger ?? ontvanger },
    referentienummer: recipe.referentienummer ?? referentienummer(1),
    tijdstipBericht: stufMoment(recipe.at ?? new Date('2026-01-03T09:15:00.000Z')),
    functie,
    applicatieVersie: '0001',
    applicatieSubversie: '0000',
    ...functieVersieOf(exchange.versie),
    ...(recipe.functieSubversie ? { functieSubversie: recipe.functieSubversie } : {}),
  }
  if (findFunctie(functie)?.berichtcode !== 'Du01') return { berichtcode: 'Di01', ...common }
  return { berichtcode: 'Du01', crossRefnummer: recipe.crossRefnummer ?? referentienummer(2), ...common }
}

/** Makes an envelope with that content, as a sender's software would. */
export function makeEnvelope(
  functie: string,
  content: Buffer,
  recipe: EnvelopeRecipe = {},
  form?: ContentForm,
): Promise<Buffer> {
  const envelope = wrapContent(makeEnvelopeHeader(functie, content, recipe), content.length, form)
  return buffer(envelope.write(Readable.from([content])))
}
