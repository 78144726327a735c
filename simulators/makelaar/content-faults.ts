import type { AnswerFacts, DialectName } from '#/simulators/makelaar/dialects.ts'
import type { Fault, FaultEffect } from '#/simulators/makelaar/fault.ts'

const facts = (change: (facts: AnswerFacts, dialect: DialectName) => AnswerFacts): FaultEffect => ({
  at: 'facts',
  change,
})
const levels = (...values: readonly string[]): FaultEffect => facts((answer) => ({ ...answer, levels: values }))

/** Answers whose level the portal must not accept. */
export const LEVEL_FAULTS: readonly Fault[] = [
  { id: 'T40', kind: 'level', does: 'niveau EH2+ (loa2plus)', effect: levels('loa2plus') },
  { id: 'T41', kind: 'level', does: 'niveau EH2 (loa2)', effect: levels('loa2') },
  { id: 'T42', kind: 'level', does: 'geen niveau', effect: levels() },
  { id: 'T43', kind: 'level', does: 'niveau met een onbekend woord', effect: levels('hoog-genoeg') },
  { id: 'T44', kind: 'level', does: 'twee niveaus in één antwoord: EH2 en EH3', effect: levels('loa2', 'loa3') },
]

/** Answers that are sound as a token and wrong in what they say. */
export const CONTENT_FAULTS: readonly Fault[] = [
  {
    id: 'T45',
    kind: 'content',
    does: 'een andere dienst: ander ServiceID en ServiceUUID (dialect C: een ander publiek)',
    effect: facts((answer) => ({
      ...answer,
      serviceId: 'urn:etoegang:DV:00000003900000980000:services:7',
      serviceUuid: '0b1d8f52-5f0e-4a2b-8a35-7f9f4a0c9e77',
    })),
  },
  {
    id: 'T46',
    kind: 'content',
    does: 'geen organisatie (LegalSubjectID)',
    effect: facts((answer) => ({ ...answer, kvk: [], rsin: null })),
  },
  {
    id: 'T47',
    kind: 'content',
    does: 'geen pseudoniem (ActingSubjectID)',
    effect: facts((answer) => ({ ...answer, pseudonym: null })),
  },
  {
    id: 'T48',
    kind: 'content',
    does: 'een burgerservicenummer in het antwoord',
    effect: facts((answer) => ({ ...answer, bsn: '999990019' })),
  },
  {
    id: 'T49',
    kind: 'content',
    does: 'KvK-nummer van 7 cijfers',
    effect: facts((answer) => ({ ...answer, kvk: ['9000000'] })),
  },
  {
    id: 'T49b',
    kind: 'content',
    does: 'KvK-nummer met letters',
    effect: facts((answer) => ({ ...answer, kvk: ['9000000A'] })),
  },
  {
    id: 'T50',
    kind: 'content',
    does: 'onbekende organisatie (KvK 90000099)',
    effect: facts((answer) => ({ ...answer, kvk: ['90000099'], rsin: null })),
  },
  {
    id: 'T51',
    kind: 'content',
    does: 'beperkt tot een vestiging',
    effect: facts((answer) => ({ ...answer, branch: '000090000011' })),
  },
  {
    id: 'T52',
    kind: 'content',
    does: 'de organisatie twee keer, met verschillende nummers',
    effect: facts((answer) => ({ ...answer, kvk: [...answer.kvk, '90000002', '90000001'].slice(0, 2) })),
  },
]
