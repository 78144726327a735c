import { buffer } from 'node:stream/consumers'
import { findFunctie, functieVersieOf } from '#/lib/envelope/functies.ts'
import type { CarryingHeader } from '#/lib/envelope/schema.ts'
import { type ContentForm, wrapContent } from '#/lib/envelope/wrap-envelope.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'

/** Referentienummers of tests: the n-th is always the same one. */
export const referentienummer = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** What the header of an envelope must say when it is not what fits the functie. */
export type HeaderChanges = {
  readonly zender?: string
  readonly ontvanger?: string
  readonly referentienummer?: string
  readonly crossRefnummer?: string
  readonly functieSubversie?: string
}

/** A header of an envelope between gemeente 9901 and the aanbieder of the content, in the direction of that functie. */
export function headerFor(functie: string, content: Buffer, changes: HeaderChanges = {}): CarryingHeader {
  const gemeenteSends = findBerichtsoort(functie)?.gemeente !== 'ophalen'
  const aanbieder = /:(?:Afzender|Ontvanger)>([0-9]{8})</.exec(content.toString('utf8', 0, 2_000))?.[1] ?? '99990001'
  const [zender, ontvanger] = gemeenteSends ? ['9901', aanbieder] : [aanbieder, '9901']
  const common = {
    zender: { organisatie: changes.zender ?? zender, applicatie: 'Zorgsoftware', administratie: null },
    ontvanger: { organisatie: changes.ontvanger ?? ontvanger },
    referentienummer: changes.referentienummer ?? referentienummer(1),
    tijdstipBericht: '20260103101500',
    functie,
    applicatieVersie: '0001',
    applicatieSubversie: '0000',
    ...functieVersieOf('3.2'),
    ...(changes.functieSubversie ? { functieSubversie: changes.functieSubversie } : {}),
  }
  if (findFunctie(functie)?.berichtcode !== 'Du01') return { berichtcode: 'Di01', ...common }
  return { berichtcode: 'Du01', crossRefnummer: changes.crossRefnummer ?? referentienummer(2), ...common }
}

/** An envelope with that content, as the portal writes one. */
export async function envelopeOf(
  functie: string,
  content: Buffer,
  changes: HeaderChanges = {},
  form?: ContentForm,
): Promise<Buffer> {
  const envelope = wrapContent(headerFor(functie, content, changes), content.length, form)
  return buffer(
    envelope.write(
      (async function* () {
        yield content
      })(),
    ),
  )
}
