/** Namespace of the envelope for the Gemeentelijk Gegevensknooppunt, StUF-GGk 2.1. */
export const GGK = 'http://www.stufstandaarden.nl/koppelvlak/ggk0210'
/** Namespace of StUF 3.01, in which the stuurgegevens and the whole Fo01 stand. */
export const STUF = 'http://www.egem.nl/StUF/StUF0301'

export const ENVELOPE_KINDS = ['Di01', 'Du01', 'Fo01'] as const
export type EnvelopeKind = (typeof ENVELOPE_KINDS)[number]

/** Root element of each kind of envelope. */
export const ROOTS = {
  Di01: { name: 'envelopHeenbericht-ggk_Di01', namespace: GGK },
  Du01: { name: 'envelopRetourbericht-ggk_Du01', namespace: GGK },
  Fo01: { name: 'Fo01Bericht', namespace: STUF },
} as const satisfies Record<EnvelopeKind, { readonly name: string; readonly namespace: string }>

/** The kind of envelope that a root element of this local name is; null for every other. */
export const kindOfRoot = (name: string): EnvelopeKind | null =>
  ENVELOPE_KINDS.find((kind) => ROOTS[kind].name === name) ?? null
