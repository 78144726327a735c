import { z } from 'zod'
import { BERICHT_PRODUCTS } from '#/lib/access/products.ts'
import { DELIVERABLE_EIGEN_BIJDRAGE } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { Fact, MAXIMUM_FACTS } from '#/lib/istandaarden/facts/fact.ts'
import { MAXIMUM_CLIENTS } from '#/lib/istandaarden/reading/read-bsns.ts'

/** Codes of findings on form and schema. Beside these a finding has the number of a rule of the standard: `TR302`. */
export const FINDING_CODES = [
  'GROOTTE',
  'BOM',
  'CODERING',
  'REGELEINDE',
  'DOCTYPE',
  'NIET_WELGEVORMD',
  'ENVELOP',
  'ONBEKENDE_VERSIE',
  'BERICHTCODE',
  'VERKEERD_PRODUCT',
  'VERKEERDE_RICHTING',
  'VERKEERDE_AFZENDER',
  'XSD',
  'TWEEDE_ANTWOORD',
  'VIRUS',
  'BRS18',
  'IB103',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

/** One of FINDING_CODES, or a rule number: releases bring their own, so a form and no list. */
const CODE = new RegExp(`^(?:${FINDING_CODES.join('|')}|[A-Z]{2}[0-9]{3}(?:x[0-9])?)$`)

/** The largest bare bericht in bytes: in base64, with its envelope round it, it stays under 26,214,400. */
export const MAXIMUM_BERICHT_BYTES = 19_600_000

/** Findings that one report carries at most; how many more there are is told in `weggelaten`. */
export const MAXIMUM_FINDINGS = 10_000

/**
 * One thing that is wrong, without words: the words come from the copy file `findings` by code and variant. Parameters
 * never hold a value from the content, so a finding can be stored, logged and shown without personal data.
 */
export const Finding = z.strictObject({
  code: z.string().regex(CODE),
  variant: z.string().regex(/^[a-zA-Z]{1,40}$/),
  ernst: z.enum(['fout', 'waarschuwing']),
  /** One-based; null when the finding is about the file as a whole. */
  regel: z.int().min(1).nullable(),
  /** One-based, in characters. */
  kolom: z.int().min(1).nullable(),
  pad: z.string().max(1_000).nullable(),
  params: z.record(z.string().max(40), z.union([z.string().max(2_000), z.number()])),
  /** Its place counts in the bericht inside the envelope that was sent, not in the file itself. */
  inEnvelop: z.literal(true).optional(),
})
export type Finding = z.infer<typeof Finding>

/** What the header says, as far as it has the right form; null where it does not or was not reached. */
export const Kenmerken = z.strictObject({
  product: z.enum(BERICHT_PRODUCTS).nullable(),
  berichtsoort: z.string().max(10).nullable(),
  versie: z.string().max(10).nullable(),
  /** Header element Afzender. In a retourbericht that is the sender of the heenbericht, not of this file. */
  afzender: z.string().max(8).nullable(),
  ontvanger: z.string().max(8).nullable(),
  /** Identificatie and dagtekening of this bericht itself: those of the retour in a retourbericht. */
  identificatie: z.string().max(12).nullable(),
  dagtekening: z.string().max(10).nullable(),
  /** Identificatie and dagtekening of what it answers: the heenbericht of a retourbericht, the declaratie of a 325. */
  heenIdentificatie: z.string().max(12).nullable(),
  heenDagtekening: z.string().max(10).nullable(),
})
export type Kenmerken = z.infer<typeof Kenmerken>

/** What the caller expects of the file. `richting` is the gemeente's: what it sends, or what reaches it. */
export const CheckExpectations = z.strictObject({
  product: z.enum(BERICHT_PRODUCTS),
  gemeenteCode: z.string().regex(/^[0-9]{4}$/),
  richting: z.enum(['aangeleverd', 'ontvangen']),
  /** What a bare file is that does not say so itself: its sender chose it. A file in an envelope is what the envelope says. */
  eigenBijdrage: z.enum(DELIVERABLE_EIGEN_BIJDRAGE).optional(),
  /** Codes of gemeenten that exist besides those on the lists of the release. */
  gemeenteCodes: z.array(z.string().regex(/^[0-9]{4}$/)).optional(),
  /** Nobody real may be in it: the chain's test environment. */
  onlyTestPersons: z.literal(true).optional(),
})
export type CheckExpectations = z.infer<typeof CheckExpectations>

/** The outcome of all checks on one file, in the order of the file. */
export const CheckReport = z.strictObject({
  kenmerken: Kenmerken,
  bevindingen: z.array(Finding).max(MAXIMUM_FINDINGS),
  /** How many findings were left out because there were more than a report can carry. */
  weggelaten: z.int().min(0),
  /** What a valid bericht tells, for comparison with other berichten. Holds Bsn's: to be hashed and forgotten at once. */
  feiten: z.array(Fact).max(MAXIMUM_FACTS),
  /** Bsn's of the clients that a well-formed bericht names, each once. To be hashed and forgotten at once. */
  clienten: z.array(z.string().regex(/^[0-9]{9}$/)).max(MAXIMUM_CLIENTS),
  /** Whether it refuses the whole of what it answers; null when it answers nothing. */
  oordeel: z.enum(['GOED', 'AFGEKEURD']).nullable(),
})
export type CheckReport = z.infer<typeof CheckReport>

/** Tells whether the file may go on: warnings do not stop it. */
export const isAccepted = (report: { readonly bevindingen: readonly Pick<Finding, 'ernst'>[] }): boolean =>
  report.bevindingen.every((finding) => finding.ernst === 'waarschuwing')

/**
 * As many findings as a report carries, in their order. When they are too many the last warnings go first: an error that
 * is left out would let the file through.
 */
export function withinReport<T extends { readonly ernst: Finding['ernst'] }>(findings: readonly T[]): readonly T[] {
  let excess = findings.length - MAXIMUM_FINDINGS
  if (excess <= 0) return findings
  const kept = findings.toReversed().filter(({ ernst }) => ernst === 'fout' || excess-- <= 0)
  return kept.reverse().slice(0, MAXIMUM_FINDINGS)
}

/** Rule numbers of the standard: their faults are answered by a retourbericht, all others by an error message. */
const RULE_NUMBER = /^[A-Z]{2}[0-9]/

/** Tells whether a bericht has faults of form or schema (level 1): then nothing that it says can be relied upon. */
export const isUnreadable = (findings: readonly Finding[]): boolean =>
  findings.some(({ ernst, code }) => ernst === 'fout' && !RULE_NUMBER.test(code))

/** A finding about the file as a whole, or at a place in it. */
export function finding(
  code: FindingCode,
  variant: string,
  at: { readonly regel: number; readonly kolom: number; readonly pad?: string } | null = null,
  params: Finding['params'] = {},
): Finding {
  return {
    code,
    variant,
    ernst: code === 'REGELEINDE' ? 'waarschuwing' : 'fout',
    regel: at?.regel ?? null,
    kolom: at?.kolom ?? null,
    pad: at?.pad ?? null,
    params,
  }
}
