import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'

/** Why a file is not well-formed: the variants of the finding NIET_WELGEVORMD. */
export const MALFORMED_REASONS = [
  'leeg',
  'geenXml',
  'afgekapt',
  'sluittag',
  'teken',
  'entiteit',
  'naamruimte',
  'attribuut',
  'diepte',
  'teLang',
  'naEinde',
  'overig',
] as const
export type MalformedReason = (typeof MALFORMED_REASONS)[number]

/** The first place where a file stops being XML. */
export type Malformed = {
  readonly reason: MalformedReason
  readonly regel: number
  readonly kolom: number
  readonly params: Readonly<Record<string, string | number>>
}

/** The values of the header that identify a bericht, unchecked; null for what is not there. */
export type HeaderValues = Readonly<Record<HeaderName, string | null>>
export const HEADER_NAMES = [
  'BerichtCode',
  'Afzender',
  'Ontvanger',
  'Identificatie',
  'Dagtekening',
  'IdentificatieRetour',
  'DagtekeningRetour',
  'DeclaratieIdentificatie',
  'DeclaratieDagtekening',
] as const
export type HeaderName = (typeof HEADER_NAMES)[number]

/** A violation as the schema engine itself places it: the fallback where the located pass sees none. */
export type EngineViolation = { readonly regel: number; readonly pad: string | null }

/** A file that is well-formed. `close` gives its memory back and must be called. */
export type ParsedXml = {
  readonly rootName: string
  readonly rootNamespace: string
  readonly hasDoctype: boolean
  header(): HeaderValues
  /** Runs the schema of the berichtsoort; no violations means valid. */
  violations(soort: Berichtsoort): readonly EngineViolation[]
  /** Runs the schema of the envelope, in which content of an envelope is not looked at. */
  envelopeViolations(): readonly EngineViolation[]
  close(): void
}

/** What the checks need of an XML library. They run in a process of their own, see lib/validator. */
export type XmlEngine = {
  parse(
    content: Buffer,
  ): { readonly ok: true; readonly value: ParsedXml } | { readonly ok: false; readonly malformed: Malformed }
}
