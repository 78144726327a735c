import type { BerichtProduct } from '#/lib/access/products.ts'
import { IN_SCHEMA } from '#/lib/istandaarden/releases/3.2/rules/origin.ts'
import { NOT_BLANK, NOT_BLANK_LINE, VERSION } from '#/lib/istandaarden/releases/3.2/simple-types.ts'
import type { SchemaFacet, SchemaRule } from '#/lib/istandaarden/rules/rule.ts'

const rule = (code: string, facet: SchemaFacet, names: string, only?: BerichtProduct): SchemaRule => ({
  code,
  kind: 'restrictie',
  level: 1,
  retourcode: null,
  source: IN_SCHEMA,
  facet,
  names: names.split(' ').filter((name) => name !== ''),
  ...(only && { only }),
})

/**
 * The restricties of release 3.2: how a value is written. All of them are facets of data types, so the schema holds them.
 * Three are listed for iJw without any element: RS003 and RS039 fit no type of this release, RS007 fits many.
 */
export const restrictions: readonly SchemaRule[] = [
  rule(
    'RS001',
    { minimum: 0 },
    'Bedrag BerichtSubversie BerichtVersie BeschikkingNummer Budget GeleverdVolume Huisnummer ProductTarief ToewijzingNummer TotaalBedrag Volgorde Volume',
  ),
  rule('RS002', { maximum: 99 }, 'BerichtSubversie BerichtVersie Volgorde'),
  rule('RS003', { maximum: 9_999 }, '', 'ijw'),
  rule('RS004', { maximum: 99_999 }, 'Huisnummer'),
  rule('RS005', { maximum: 99_999_999 }, 'Bedrag Budget GeleverdVolume ProductTarief Volume'),
  rule('RS006', { maximum: 999_999_999 }, 'BeschikkingNummer ToewijzingNummer'),
  rule('RS007', { minLength: 1 }, '', 'ijw'),
  rule(
    'RS008',
    { maxLength: 1 },
    'DatumGebruik DebetCredit Frequentie Geslacht GezagsdragerBekend Huisletter NaamGebruik Raamcontract RedenVerzoek StatusAanlevering VerzoekAntwoord Vorm',
  ),
  rule(
    'RS009',
    { maxLength: 2 },
    'AanduidingWoonadres Categorie Eenheid JuridischeStatus LandCode ProductCategorie RedenAfwijzingVerzoek RedenBeeindiging RedenWijziging Soort Type WettelijkeVertegenwoordiging',
  ),
  rule('RS010', { maxLength: 3 }, 'BerichtCode'),
  rule('RS011', { maxLength: 4 }, 'HuisnummerToevoeging Landnummer RetourCode'),
  rule('RS012', { maxLength: 5 }, 'Code ProductCode'),
  rule('RS013', { maxLength: 6 }, 'Voorletters'),
  rule('RS014', { maxLength: 8 }, 'Afzender Ontvanger Postcode ZorgverlenerCode'),
  rule('RS015', { maxLength: 9 }, 'Bsn'),
  rule('RS016', { maxLength: 10 }, 'Voorvoegsel'),
  rule('RS017', { maxLength: 12 }, 'DeclaratieNummer Identificatie IdentificatieRetour'),
  rule('RS018', { maxLength: 15 }, 'Telefoonnummer'),
  rule('RS019', { maxLength: 20 }, 'Nummer ReferentieNummer VorigReferentieNummer'),
  rule('RS020', { maxLength: 24 }, 'Straatnaam'),
  rule('RS021', { maxLength: 25 }, 'Taal'),
  rule('RS023', { maxLength: 35 }, 'Organisatie'),
  rule('RS024', { maxLength: 36 }, 'ReferentieAanbieder'),
  rule('RS025', { maxLength: 64 }, 'Naam'),
  rule('RS026', { maxLength: 80 }, 'Emailadres Plaatsnaam'),
  rule('RS028', { maxLength: 200 }, 'Achternaam Voornamen'),
  rule('RS031', { pattern: NOT_BLANK }, 'Commentaar'),
  rule(
    'RS032',
    { pattern: '[^:Z]*' },
    'Begindatum BeschikkingIngangsdatum Dagtekening DagtekeningRetour Datum DeclaratieDagtekening Einddatum GewensteIngangsdatum Ingangsdatum ToewijzingEinddatum ToewijzingIngangsdatum Toewijzingsdatum',
  ),
  rule(
    'RS033',
    { pattern: NOT_BLANK_LINE },
    'Achternaam Code Emailadres Huisletter HuisnummerToevoeging Identificatie IdentificatieRetour Landnummer Naam Nummer Organisatie Plaatsnaam Postcode ProductCode ReferentieAanbieder Straatnaam Taal Voornamen Voorvoegsel',
  ),
  rule('RS034', { pattern: '[^Z+\\-]+' }, 'Toewijzingstijd'),
  rule('RS035', { pattern: '[0-9]{4}' }, 'Afzender Gemeente Ontvanger'),
  rule('RS036', { pattern: '[0-9]{8}' }, 'Afzender Ontvanger ZorgverlenerCode'),
  rule('RS037', { pattern: '[0-9]{9}' }, 'Bsn'),
  rule('RS039', { maxLength: 14 }, '', 'ijw'),
  rule('RS040', { maximum: 999_999_999_999 }, 'TotaalBedrag'),
  rule('RS045', { pattern: '[a-zA-ZÀ-ỳ]+' }, 'Voorletters'),
  rule('RS046', { pattern: '[0-9]*' }, 'Telefoonnummer'),
  rule('RS047', { fixed: true }, 'BerichtCode'),
  rule('RS048', { pattern: VERSION }, 'BasisschemaXsdVersie BerichtXsdVersie XsltVersie'),
]
