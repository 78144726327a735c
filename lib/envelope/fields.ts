import { type EnvelopeKind, GGK, ROOTS, STUF } from '#/lib/envelope/namespaces.ts'
import type { Occurrence } from '#/lib/istandaarden/release.ts'
import type { ValueType } from '#/lib/istandaarden/type-tree.ts'

// The envelopes of StUF-GGk 2.1 patch 04 as data: the schema, the pass that points at faults, and the writer follow it.

/** What an element holds: a value, with attributes or without; elements in a row; or one of several elements. */
export type FieldType =
  | { readonly kind: 'value'; readonly value: ValueType; readonly attributes?: Readonly<Record<string, ValueType>> }
  | { readonly kind: 'base64'; readonly attributes?: Readonly<Record<string, ValueType>> }
  /** Anything at all, which nobody reads: the original message in an Fo01. */
  | { readonly kind: 'anything' }
  | { readonly kind: 'sequence' | 'choice'; readonly name: string; readonly fields: readonly Field[] }

export type Field = {
  readonly name: string
  readonly namespace: string
  readonly occurrence: Exclude<Occurrence, '1..n'>
  readonly type: FieldType
}

const text = (name: string, bounds: Omit<ValueType, 'name' | 'base'>): FieldType => ({
  kind: 'value',
  value: { name, base: 'text', ...bounds },
})

const GEMEENTE_OR_AANBIEDER = '[0-9]{4}|[0-9]{8}'
const BODIES = 'SVB|CAK|CBS|UWV|VWS'
const RECEIVERS = `${GEMEENTE_OR_AANBIEDER}|${BODIES}`
/** Parts of the chain that speak for themselves: VECOZO in what it answers, the others in a functional error only. */
const SENDERS = { Di01: RECEIVERS, Du01: `${RECEIVERS}|VECOZO`, Fo01: `${RECEIVERS}|VECOZO|IB|RINIS` } as const

const applicatie = text('Applicatie', { minLength: 3, maxLength: 50 })
const administratie = text('Administratie', { maxLength: 50 })
const gebruiker = text('Gebruiker', { maxLength: 100 })
const referentienummer = text('Referentienummer', {
  pattern: '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}',
})
const tijdstip = text('Tijdstip', { pattern: '[0-9]{8,17}' })
const functie = text('Functie', { minLength: 1, maxLength: 30 })
const versie = text('Versienummer', { pattern: '[0-9]{4}' })
const bestandsnaam: ValueType = { name: 'Bestandsnaam', base: 'text', pattern: '[A-Za-z0-9\\-._]{4,255}' }

const field = (namespace: string, name: string, type: FieldType, occurrence: Field['occurrence'] = '1'): Field => ({
  name,
  namespace,
  occurrence,
  type,
})
const stuf = (name: string, type: FieldType, occurrence?: Field['occurrence']) => field(STUF, name, type, occurrence)
const ggk = (name: string, type: FieldType, occurrence?: Field['occurrence']) => field(GGK, name, type, occurrence)
const sequence = (name: string, fields: readonly Field[]): FieldType => ({ kind: 'sequence', name, fields })

/** What the chain calls the system that receives: always the hub itself. */
export const RECEIVING_APPLICATION = 'GGk'

const party = (name: string, organisaties: string, application: FieldType) =>
  sequence(name, [
    stuf('organisatie', text(`${name}Organisatie`, { pattern: organisaties, maxLength: 200 })),
    stuf('applicatie', application),
    stuf('administratie', administratie, '0..1'),
    stuf('gebruiker', gebruiker, '0..1'),
  ])

function stuurgegevens(kind: EnvelopeKind): FieldType {
  return sequence(`Stuurgegevens${kind}`, [
    stuf('berichtcode', text(`Berichtcode${kind}`, { fixed: kind })),
    stuf('zender', party(`Zender${kind}`, SENDERS[kind], applicatie)),
    stuf('ontvanger', party('Ontvanger', RECEIVERS, text('ApplicatieGGk', { fixed: RECEIVING_APPLICATION }))),
    stuf('referentienummer', referentienummer),
    stuf('tijdstipBericht', tijdstip),
    ...(kind === 'Di01' ? [] : [stuf('crossRefnummer', referentienummer)]),
    ...(kind === 'Fo01' ? [] : [stuf('functie', functie)]),
  ])
}

const parameters = sequence('Parameters', [
  ggk('applicatieVersie', versie),
  ggk('applicatieSubversie', versie),
  ggk('functieVersie', versie),
  ggk('functieSubversie', versie),
  ggk('bericht', {
    kind: 'choice',
    name: 'Inhoud',
    fields: [
      ggk('xmlBestand', { kind: 'base64' }),
      ggk('tekstBestand', { kind: 'base64', attributes: { bestandsnaam } }),
    ],
  }),
])

const body = sequence('Fout', [
  stuf('code', text('Foutcode', { minLength: 1, maxLength: 7 })),
  stuf('plek', text('Plek', { codes: ['client', 'server'] })),
  stuf('omschrijving', text('Omschrijving', { maxLength: 200 })),
  stuf('details', text('Details', { maxLength: 1_000 }), '0..1'),
  stuf('detailsXML', { kind: 'anything' }, '0..1'),
])

function envelope(kind: EnvelopeKind): Field {
  const { name, namespace } = ROOTS[kind]
  const fields =
    kind === 'Fo01'
      ? [stuf('stuurgegevens', stuurgegevens(kind)), stuf('body', body)]
      : [ggk('stuurgegevens', stuurgegevens(kind)), ggk('parameters', parameters)]
  return field(namespace, name, sequence(`Envelop${kind}`, fields))
}

/** Root of each kind of envelope, with everything that may stand in it. */
export const ENVELOPES: Readonly<Record<EnvelopeKind, Field>> = {
  Di01: envelope('Di01'),
  Du01: envelope('Du01'),
  Fo01: envelope('Fo01'),
}
