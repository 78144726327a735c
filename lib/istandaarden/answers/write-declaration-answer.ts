import { ownHeader } from '#/lib/istandaarden/answers/own-header.ts'
import { partsOf, requiredChild, requiredValue } from '#/lib/istandaarden/answers/read-heen.ts'
import { centsOf, NOTHING_WRONG, partOfCode, type RefusedLines } from '#/lib/istandaarden/answers/refuse-lines.ts'
import { type AnswerMark, TECHNICALLY_REFUSED } from '#/lib/istandaarden/answers/write-retour.ts'
import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import { releaseOf } from '#/lib/istandaarden/type-tree.ts'
import { writeBericht } from '#/lib/istandaarden/writing/write-bericht.ts'

/** The whole declaratie is granted. */
const GRANTED = '8001'

/** What the gemeente says of a declaratie. */
export type Judgement =
  | { readonly kind: 'granted' }
  /** Its content breaks a rule of level 2: nothing of it was looked at further. */
  | { readonly kind: 'technical' }
  /** All of it is refused, with a code of the header or of the declaratie. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Some lines are refused, all others granted. */
  | { readonly kind: 'partly'; readonly refused: RefusedLines }

const withSign = (cents: number) => ({
  TotaalBedrag: String(Math.abs(cents)),
  // An amount of nothing is a debit (CS325).
  DebetCredit: cents < 0 ? 'C' : 'D',
})

const codes = (...list: readonly string[]) => ({ RetourCode: list })

/** The class DeclaratieAntwoord; undefined where the header says it all. */
function answerOf(declaratie: ReadElement, judgement: Judgement) {
  const claimed = requiredChild(declaratie, 'TotaalIngediendBedrag')
  const known = {
    DeclaratieNummer: requiredValue(declaratie, 'DeclaratieNummer'),
    TotaalIngediendBedrag: partsOf(claimed),
  }
  switch (judgement.kind) {
    case 'technical':
      return undefined
    case 'granted':
      return { ...known, TotaalToegekendBedrag: partsOf(claimed), RetourCodes: codes(GRANTED) }
    case 'refused':
      return { ...known, TotaalToegekendBedrag: withSign(0), RetourCodes: codes(judgement.code) }
    case 'partly': {
      const { clients, cents } = judgement.refused
      return {
        ...known,
        TotaalToegekendBedrag: withSign(centsOf(claimed, 'TotaalBedrag') - cents),
        Clienten: { Client: clients },
        RetourCodes: codes(NOTHING_WRONG),
      }
    }
  }
}

/** The code of the header, when the header says it all (IV087). */
function headerCode(soort: Berichtsoort, judgement: Judgement): string | null {
  if (judgement.kind === 'technical') return TECHNICALLY_REFUSED
  const isOfHeader = judgement.kind === 'refused' && partOfCode(releaseOf(soort).release, judgement.code) === 'header'
  return isOfHeader ? judgement.code : null
}

/** The 325 on a declaratie (IV087): `header` and `declaratie` are those of the 323. */
export function writeDeclarationAnswer(
  soort: Berichtsoort,
  { header, declaratie }: { readonly header: ReadElement; readonly declaratie: ReadElement },
  mark: AnswerMark,
  judgement: Judgement,
): string {
  const { xsltVersie } = releaseOf(soort).release.answers
  const code = headerCode(soort, judgement)
  return writeBericht(soort, {
    Header: {
      ...ownHeader(soort, header, mark),
      DeclaratieIdentificatie: partsOf(requiredChild(header, 'BerichtIdentificatie')),
      XsltVersie: judgement.kind === 'technical' ? xsltVersie : undefined,
      XsdVersieDeclaratie: partsOf(requiredChild(header, 'XsdVersie')),
      RetourCodes: codes(code ?? NOTHING_WRONG),
    },
    DeclaratieAntwoord: code === null ? answerOf(declaratie, judgement) : undefined,
  })
}
