import { gemeenteCodes } from '#/lib/istandaarden/releases/3.2/gemeente-codes.ts'
import { BOTH, IN_TEXT, IN_XSLT } from '#/lib/istandaarden/releases/3.2/rules/origin.ts'
import { tr137, tr319, tr335, tr342, tr358 } from '#/lib/istandaarden/rules/claim-rules.ts'
import { tr378 } from '#/lib/istandaarden/rules/code-list-rules.ts'
import { tr006, tr061 } from '#/lib/istandaarden/rules/contact-rules.ts'
import { type LogicalKeys, onceInBericht, tr101, tr316, tr416 } from '#/lib/istandaarden/rules/key-rules.ts'
import { tr002, tr134 } from '#/lib/istandaarden/rules/person-rules.ts'
import { tr018 } from '#/lib/istandaarden/rules/product-rules.ts'
import { tr352, tr353, tr377, tr380, tr409 } from '#/lib/istandaarden/rules/request-rules.ts'
import type { CheckedRule } from '#/lib/istandaarden/rules/rule.ts'
import { noStacking } from '#/lib/istandaarden/rules/stacking-rules.ts'

type Row = Pick<CheckedRule, 'code' | 'elements' | 'check'> & Partial<CheckedRule>

const rule = (row: Row): CheckedRule => ({
  kind: 'technische regel',
  level: 2,
  retourcode: '0001',
  source: IN_XSLT,
  inXslt: BOTH,
  ...row,
})

const PRODUCT = [
  ['Product', 'Categorie'],
  ['Product', 'Code'],
] as const

/** Logical keys of the classes that repeat. */
const KEYS: LogicalKeys = {
  Contact: [['Soort']],
  Relatie: [['Nummer']],
  ToegewezenProduct: [['ToewijzingNummer']],
  StartProduct: [['ToewijzingNummer'], ...PRODUCT, ['Begindatum']],
  StopProduct: [['ToewijzingNummer'], ...PRODUCT, ['Begindatum'], ['RedenBeeindiging'], ['Einddatum']],
  AangevraagdProduct: [['ReferentieAanbieder']],
  OngewijzigdProduct: [['ToewijzingNummer']],
  TeWijzigenProduct: [['ToewijzingNummer']],
  NieuwProduct: [...PRODUCT, ['GewensteIngangsdatum']],
  Client: [['Bsn']],
  Prestatie: [
    ['ProductReferentie', 'ReferentieNummer'],
    ['ProductReferentie', 'VorigReferentieNummer'],
  ],
}

/** Categories of hulpmiddelen. In iWmo they may overlap; iJw has none. */
const HULPMIDDELEN = ['11', '12', '13', '14']

/** The technische regels of release 3.2 that one bericht can break. */
export const technicalRules: readonly CheckedRule[] = [
  rule({
    code: 'TR002',
    elements: {
      301: ['Client/Geboortedatum', 'Relatie/Geboortedatum'],
      305: ['Client/Geboortedatum'],
      307: ['Client/Geboortedatum'],
      315: ['Client/Geboortedatum'],
    },
    check: tr002,
  }),
  rule({ code: 'TR006', elements: { 301: ['Contact'] }, check: tr006 }),
  rule({ code: 'TR018', elements: { 307: ['StopProduct'] }, check: tr018 }),
  rule({ code: 'TR061', elements: { 301: ['Contactgegevens/Contact', 'Client'] }, check: tr061 }),
  rule({
    code: 'TR101',
    elements: {
      301: ['Contactgegevens/Contact', 'Relatie', 'ToegewezenProduct'],
      305: ['StartProduct'],
      307: ['StopProduct'],
      315: ['AangevraagdProduct'],
      317: ['NieuwProduct', 'OngewijzigdProduct', 'TeWijzigenProduct'],
      323: ['Client', 'Prestatie'],
      325: ['Client', 'Prestatie'],
    },
    check: tr101(KEYS),
  }),
  rule({
    code: 'TR134',
    elements: {
      301: ['Client/Geboortedatum/Datum', 'Relatie/Geboortedatum/Datum', 'ToegewezenProduct/Toewijzingsdatum'],
      305: ['Client/Geboortedatum/Datum', 'StartProduct/Begindatum'],
      307: ['Client/Geboortedatum/Datum', 'StopProduct/Einddatum'],
      315: ['Client/Geboortedatum/Datum'],
      323: ['DeclaratiePeriode/Begindatum', 'ProductPeriode/Begindatum'],
      325: ['ProductPeriode/Begindatum'],
    },
    check: tr134,
  }),
  rule({
    code: 'TR137',
    elements: { 323: ['DeclaratiePeriode', 'ProductPeriode'], 325: ['ProductPeriode'] },
    check: tr137,
  }),
  rule({
    code: 'TR302',
    elements: { 301: ['ToegewezenProduct'] },
    check: { iwmo: noStacking({ free: HULPMIDDELEN }), ijw: noStacking({ free: [] }) },
  }),
  rule({ code: 'TR315', elements: { 323: ['VorigReferentieNummer'] }, check: onceInBericht }),
  rule({ code: 'TR316', elements: { 323: ['ReferentieNummer', 'VorigReferentieNummer'] }, check: tr316 }),
  rule({
    code: 'TR319',
    level: 3,
    retourcode: '9319',
    elements: { 323: ['ProductPeriode'] },
    check: tr319,
    note: 'Listed as a rule across berichten, yet the official validation holds it within one.',
  }),
  rule({ code: 'TR335', elements: { 323: ['ProductPeriode'] }, check: tr335 }),
  rule({
    code: 'TR342',
    elements: { 325: ['Prestatie', 'DeclaratieAntwoord/RetourCodes/RetourCode', 'DeclaratieAntwoord'] },
    check: tr342,
  }),
  rule({ code: 'TR352', elements: { 317: ['Verzoek'] }, check: tr352 }),
  rule({ code: 'TR353', elements: { 317: ['Verzoek'] }, check: tr353 }),
  rule({ code: 'TR358', elements: { 323: ['Prestatie', 'Declaratie'] }, check: tr358 }),
  rule({ code: 'TR377', only: 'ijw', inXslt: ['ijw'], elements: { 319: ['Antwoord'] }, check: tr377 }),
  rule({
    code: 'TR378',
    only: 'ijw',
    level: 4,
    retourcode: 'S300',
    source: IN_TEXT,
    inXslt: [],
    elements: { 319: ['Woonplaatsbeginsel/Gemeente'] },
    check: tr378(gemeenteCodes),
    note: 'The gemeente in the header is the one that delivers or receives, which is checked before the schema.',
  }),
  rule({ code: 'TR380', elements: { 317: ['NieuwProduct/GewensteIngangsdatum'] }, check: tr380 }),
  rule({ code: 'TR383', elements: { 315: ['AangevraagdProduct/ReferentieAanbieder'] }, check: onceInBericht }),
  rule({
    code: 'TR386',
    elements: { 315: ['AangevraagdProduct'] },
    check: { iwmo: noStacking({ free: HULPMIDDELEN, ernst: 'waarschuwing' }), ijw: noStacking({ free: [] }) },
    note: 'The text has no exception for hulpmiddelen (11-14), the iWmo validation has: for these it warns.',
  }),
  rule({
    code: 'TR409',
    only: 'ijw',
    inXslt: ['ijw'],
    elements: { 319: ['Antwoord'] },
    check: tr409,
    note: 'The text speaks of any other reason; without any reason it warns.',
  }),
  rule({
    code: 'TR410',
    elements: { 317: ['NieuwProduct'] },
    check: { iwmo: noStacking({ free: HULPMIDDELEN }), ijw: noStacking({ free: [] }) },
  }),
  rule({ code: 'TR416', elements: { 323: ['Prestatie'] }, check: tr416 }),
]
