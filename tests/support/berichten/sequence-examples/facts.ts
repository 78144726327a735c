import type { HashedFact, PlacedFact } from '#/lib/berichten/facts/kept-fact.ts'
import type { KeptFact } from '#/lib/berichten/sequence/history.ts'
import type { Subject } from '#/lib/berichten/sequence/sequence-rule.ts'

// Facts of berichten by short names, to say what came before and what comes now.

export const ANNA = 'a1'
export const BERT = 'b2'
export const NORTH = '99990001'
export const SOUTH = '99990002'

export type Told = Partial<HashedFact> & Pick<HashedFact, 'kind' | 'key'>
export const fact = (told: Told): HashedFact => ({
  client: ANNA,
  other: null,
  party: NORTH,
  fromOn: '2026-02-01',
  untilOn: null,
  details: {},
  ...told,
})
export const here = (told: Told, hasNumber = true): PlacedFact => ({
  ...fact(told),
  hasNumber,
  regel: 7,
  kolom: 3,
  pad: '/Bericht',
})
export const before = (told: Told, stands = true): KeptFact => ({ ...fact(told), berichtId: 'earlier', stands })

export const start = (key: string, status: string, more: Partial<Told> = {}): Told => ({
  kind: 'start',
  key,
  ...more,
  details: { status, ...more.details },
})
export const stop = (key: string, reden: string, untilOn: string, status = '1', more: Partial<Told> = {}): Told => ({
  kind: 'stop',
  key,
  untilOn,
  ...more,
  details: { status, reden },
})
export const given = (key: string, more: Partial<Told> = {}): Told => ({ kind: 'toewijzing', key, ...more })
export const ask = (key: string, more: Partial<Told> = {}): Told => ({ kind: 'verzoek', key, ...more })
export const reply = (key: string, antwoord: string): Told => ({ kind: 'antwoord', key, details: { antwoord } })
export const claim = (key: string): Told => ({ kind: 'declaratie', key, client: null })
export const product = (categorie: string, code?: string) => ({ categorie, ...(code ? { code } : {}) })

/** What a bericht says and what came before it; a portal that is a month old unless told otherwise. */
export type World = {
  readonly facts?: readonly PlacedFact[]
  readonly past?: readonly KeptFact[]
  readonly beganOn?: string | null
  readonly subject?: Partial<Subject>
}
/** A rule, the case in words, the number of the bericht, and the variant of the finding: null when the rule is kept. */
export type Example = readonly [code: string, what: string, nummer: number, world: World, variant: string | null]

/** A day long before everything: a portal that saw it all. */
export const OLD = '2020-01-01'
