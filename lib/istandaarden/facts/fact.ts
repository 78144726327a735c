import { z } from 'zod'

/** What a part of a bericht tells: a toewijzing, the start of care, a request … */
export const FACT_KINDS = [
  'toewijzing',
  'start',
  'stop',
  'verzoek',
  'antwoord',
  'declaratie',
  'prestatie',
  'ongewijzigd',
  'wijziging',
  'nieuw',
] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** What no later bericht is held against: it is compared with what came before, and kept nowhere. */
const PASSING_KINDS = ['prestatie', 'ongewijzigd', 'wijziging', 'nieuw'] as const satisfies readonly FactKind[]
/** What later berichten are held against. */
export type KeptKind = Exclude<FactKind, (typeof PASSING_KINDS)[number]>

/** Whether later berichten are held against facts of this kind. */
export const isKeptKind = (kind: FactKind): kind is KeptKind => !PASSING_KINDS.some((passing) => passing === kind)

/** Names under which the values of a fact are kept. */
export const FACT_FIELDS = [
  'antwoord',
  'begin',
  'besluitdatum',
  'besluittijd',
  'budget',
  'categorie',
  'code',
  'eenheid',
  'einde',
  'frequentie',
  'nummer',
  'reden',
  'referentie',
  'status',
  'volume',
] as const
export type FactField = (typeof FACT_FIELDS)[number]

/**
 * One fact of a bericht as it stands in the file, Bsn included. It goes from the process that reads files to the one that
 * asked, which keeps keyed hashes of it and nothing else; it is never stored, logged or shown.
 */
export const Fact = z.strictObject({
  kind: z.enum(FACT_KINDS),
  /** Of the client that it is about; null where the bericht names none. */
  bsn: z.string().max(9).nullable(),
  values: z.partialRecord(z.enum(FACT_FIELDS), z.string().max(100)),
  /** The place of its element, as in findings. */
  regel: z.int().min(1),
  kolom: z.int().min(1),
  pad: z.string().max(1_000),
})
export type Fact = z.infer<typeof Fact>

/** More than a bericht of the largest size can hold. */
export const MAXIMUM_FACTS = 100_000
