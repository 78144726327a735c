import { breaks, onlyIn, passes, type RuleExample } from '#/tests/support/berichten/rule-examples/example.ts'

const REFERRER = 'AangevraagdProduct/Verwijzer'
const NUMBER = 'BeschikkingNummer'
const BEGIN = 'BeschikkingIngangsdatum'

const asked = [
  breaks(
    'a beschikking without begin',
    315,
    (draft) => draft.add('AangevraagdProduct', NUMBER, '1'),
    `CD043.ontbreekt ${NUMBER}`,
  ),
  breaks(
    'a beschikking without number',
    315,
    (draft) => draft.add('AangevraagdProduct', BEGIN, '2026-01-01'),
    `CD043.teveel ${BEGIN}`,
  ),
  passes('CD043', 'a beschikking in full', 315, (draft) =>
    draft.add('AangevraagdProduct', NUMBER, '1').add('AangevraagdProduct', BEGIN, '2026-01-01'),
  ),
  ...['02', '03', '04', '05'].flatMap((type) => [
    breaks(
      `referrer ${type} by code and name`,
      315,
      (draft) =>
        draft
          .set(`${REFERRER}/Type`, type)
          .add(REFERRER, 'ZorgverlenerCode', '99990003')
          .add(REFERRER, 'Naam', 'Praktijk'),
      'CD066 Verwijzer/Naam',
    ),
    breaks(
      `referrer ${type} without code and name`,
      315,
      (draft) => draft.set(`${REFERRER}/Type`, type),
      'CD067 AangevraagdProduct[1]/Verwijzer',
    ),
    passes('CD066', `referrer ${type} by code`, 315, (draft) =>
      draft.set(`${REFERRER}/Type`, type).add(REFERRER, 'ZorgverlenerCode', '99990003'),
    ),
    passes('CD067', `referrer ${type} by name`, 315, (draft) =>
      draft.set(`${REFERRER}/Type`, type).add(REFERRER, 'Naam', 'Praktijk'),
    ),
  ]),
  ...['01', '06', '08'].flatMap((type) => [
    breaks(
      `referrer ${type} with a code`,
      315,
      (draft) => draft.set(`${REFERRER}/Type`, type).add(REFERRER, 'ZorgverlenerCode', '99990003'),
      'CD068 Verwijzer/ZorgverlenerCode',
    ),
    passes('CD068', `referrer ${type} without a code`, 315, (draft) => draft.set(`${REFERRER}/Type`, type)),
  ]),
  breaks(
    'a reference twice',
    315,
    (draft) => draft.copy('AangevraagdProduct', (copy) => copy.set('Product/Code', 'P9999')),
    'TR101 AangevraagdProduct[1]',
    'TR101 AangevraagdProduct[2]',
    'TR383 AangevraagdProduct[1]/ReferentieAanbieder',
    'TR383 AangevraagdProduct[2]/ReferentieAanbieder',
  ),
  ...['TR101', 'TR383'].map((rule) =>
    passes(rule, 'two references', 315, (draft) =>
      draft.copy('AangevraagdProduct', (copy) => copy.set('Product/Code', 'P9999').set('ReferentieAanbieder', 'ZA-2')),
    ),
  ),
  passes('TR134', 'a birth on dagtekening', 315, (draft) =>
    draft.set('Geboortedatum/Datum', '2026-02-02').drop('DatumGebruik'),
  ),
]

const changes = [
  breaks(
    'only new products',
    317,
    (draft) => draft.drop('OngewijzigdeProducten').drop('TeWijzigenProducten'),
    'TR352 Client/Verzoek',
  ),
  passes('TR352', 'a product that stays', 317, (draft) => draft.drop('TeWijzigenProducten')),
  breaks(
    'only what stays',
    317,
    (draft) => draft.drop('NieuweProducten').drop('TeWijzigenProducten'),
    'TR353 Client/Verzoek',
  ),
  passes('TR353', 'a product that changes', 317, (draft) => draft.drop('NieuweProducten')),
  breaks(
    'a new product from dagtekening',
    317,
    (draft) => draft.set('NieuwProduct/GewensteIngangsdatum', '2026-02-02'),
    'TR380 NieuwProduct[1]/GewensteIngangsdatum',
  ),
  passes('TR380', 'a new product from the day after', 317, (draft) =>
    draft.set('NieuwProduct/GewensteIngangsdatum', '2026-02-03'),
  ),
  ...['OngewijzigdProduct', 'TeWijzigenProduct'].flatMap((name) => [
    breaks(`${name} twice`, 317, (draft) => draft.copy(name), `TR101 ${name}[1]`, `TR101 ${name}[2]`),
    breaks(
      `${name} with the same number written otherwise`,
      317,
      (draft) => draft.set(`${name}/ToewijzingNummer`, '7').copy(name, (copy) => copy.set('ToewijzingNummer', ' 007 ')),
      `TR101 ${name}[1]`,
      `TR101 ${name}[2]`,
    ),
    passes('TR101', `${name} with two numbers`, 317, (draft) =>
      draft.copy(name, (copy) => copy.set('ToewijzingNummer', '7')),
    ),
  ]),
  breaks(
    'a new product twice',
    317,
    (draft) => draft.copy('NieuwProduct'),
    ...['TR101', 'TR410'].flatMap((rule) => [`${rule} NieuwProduct[1]`, `${rule} NieuwProduct[2]`]),
  ),
]

const ANSWER = '/Bericht/Antwoord'
const answers = [
  breaks('refused without reason', 319, (draft) => draft.drop('RedenAfwijzingVerzoek'), `CD085 ${ANSWER}`),
  passes('CD085', 'refused with a reason', 319, (draft) => draft.set('RedenAfwijzingVerzoek', '4')),
  breaks(
    'looked into, with a reason',
    319,
    (draft) => draft.set('VerzoekAntwoord', '2'),
    'CD086 RedenAfwijzingVerzoek',
  ),
  passes('CD086', 'looked into', 319, (draft) => draft.set('VerzoekAntwoord', '2').drop('RedenAfwijzingVerzoek')),
  ...[
    breaks('reason 8 without gemeente', 319, (draft) => draft.set('RedenAfwijzingVerzoek', '8'), `TR377 ${ANSWER}`),
    passes('TR377', 'another reason without gemeente', 319, (draft) => draft.set('RedenAfwijzingVerzoek', '9')),
    breaks(
      'another reason with gemeente',
      319,
      (draft) => draft.add('Antwoord', 'Woonplaatsbeginsel', { Gemeente: '0363' }),
      'TR409 Woonplaatsbeginsel',
    ),
    breaks(
      'no reason with gemeente',
      319,
      (draft) =>
        draft
          .set('VerzoekAntwoord', '2')
          .drop('RedenAfwijzingVerzoek')
          .add('Antwoord', 'Woonplaatsbeginsel', { Gemeente: '0363' }),
      'TR409.geenReden Woonplaatsbeginsel !',
    ),
    breaks(
      'a gemeente that does not exist',
      319,
      (draft) => draft.set('RedenAfwijzingVerzoek', '8').add('Antwoord', 'Woonplaatsbeginsel', { Gemeente: '0001' }),
      'TR378 Woonplaatsbeginsel/Gemeente !',
    ),
    passes('TR378', 'a gemeente on the list', 319, (draft) =>
      draft.set('RedenAfwijzingVerzoek', '8').add('Antwoord', 'Woonplaatsbeginsel', { Gemeente: '0014' }),
    ),
    passes('TR378', 'a day of which there is no list', 319, (draft) =>
      draft
        .set('BerichtIdentificatie/Dagtekening', '2025-12-31')
        .set('RedenAfwijzingVerzoek', '8')
        .add('Antwoord', 'Woonplaatsbeginsel', { Gemeente: '0001' }),
    ),
    passes('TR409', 'reason 8 with gemeente', 319, (draft) =>
      draft.set('RedenAfwijzingVerzoek', '8').add('Antwoord', 'Woonplaatsbeginsel', { Gemeente: '0363' }),
    ),
  ].map((example) => onlyIn('ijw', example)),
]

export const requests: readonly RuleExample[] = [...asked, ...changes, ...answers]
