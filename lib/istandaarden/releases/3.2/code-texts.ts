import type { CodeTexts } from '#/lib/istandaarden/release.ts'
import { wmoProductCodes } from '#/lib/istandaarden/releases/3.2/product-code-texts.ts'
import { returnCodes } from '#/lib/istandaarden/releases/3.2/return-code-texts.ts'

// What the codes of release 3.2 mean, by the data type that uses them; where the products have lists of their own, by product.
// The words are those of the lists (Vektis and iStandaarden), which exist in Dutch only. Countries and gemeenten are not here:
// the first are named by their code, the second change every year.

export const codeTexts: CodeTexts = {
  // NUM061 Aanduiding woonadres
  LDT_AanduidingWoonadres: {
    AB: 'Aan boord',
    BY: 'Bij',
    TO: 'Tegenover',
    WW: 'Woonwagen',
  },
  // COD757 Soort adres
  LDT_AdresSoort: {
    '01': 'BRP-adres',
    '02': 'Correspondentie-adres',
    '03': 'Verblijfadres',
    '04': 'Tijdelijk verblijfadres',
  },
  // COD747 Communicatievorm
  LDT_Communicatievorm: {
    '1': 'Tolk taal',
    '2': 'Doventolk',
    '3': 'Doofblindentolk',
  },
  // COD170 Datumgebruik
  LDT_DatumGebruik: {
    '1': 'dag onbekend; alleen maand en jaar gebruiken',
    '2': 'dag en maand onbekend; alleen jaar gebruiken',
    '3': 'dag, maand en jaar onbekend; onbekende datum',
  },
  // COD043 Indicatie debet/credit
  LDT_DebetCredit: {
    C: 'Creditbedrag en aantal',
    D: 'Debetbedrag en aantal',
  },
  // WJ756 Eenheid
  LDT_Eenheid: {
    '01': 'Minuut',
    '04': 'Uur',
    '14': 'Etmaal',
    '16': 'Dagdeel (4 uur)',
    '82': 'Stuks (output)',
    '83': 'Euro’s',
    '84': 'Stuks (inspanning)',
  },
  // WMO757 Frequentie
  LDT_Frequentie: {
    '1': 'Per dag',
    '2': 'Per week',
    '4': 'Per maand',
    '6': 'Totaal binnen geldigheidsduur toewijzing',
  },
  // COD046 Geslacht
  LDT_Geslacht: {
    '0': 'Onbekend',
    '1': 'Mannelijk',
    '2': 'Vrouwelijk',
  },
  // COD260 Ja of nee
  LDT_JaNee: {
    '1': 'Ja',
    '2': 'Nee',
  },
  // WJ232 Juridische status
  LDT_JuridischeStatus: {
    '01': 'Rechterlijke machtiging (rm) voorlopig / voortgezette machtiging',
    '02': 'RM op eigen verzoek',
    '03': 'RM met voorwaardelijk ontslag',
    '04': 'Onder toezichtstelling (ots)',
    '05': 'In bewaring stelling (ibs)',
    '11': 'Strafrechterlijke justitiele contacten: tbs',
    '12': 'Strafrechterlijke justitiele contacten: overig',
  },
  // COD700 Naamgebruik
  LDT_NaamGebruik: {
    '1': 'Eigen naam',
    '2': 'Naam echtgenoot of geregistreerd partner of alternatieve naam',
    '3': 'Naam echtgenoot of geregistreerd partner gevolgd door eigen naam',
    '4': 'Eigen naam gevolgd door naam echtgenoot of geregistreerd partner',
    '5': 'Pseudoniem',
    '6': 'Niet-natuurlijk persoon',
  },
  LDT_ProductCategorie: {
    // WMO020
    iwmo: {
      '01': 'Hulp bij het huishouden',
      '02': 'Begeleiding',
      '03': 'Persoonlijke verzorging',
      '04': 'Kortdurend verblijf',
      '05': 'Woondiensten',
      '06': 'Overige ondersteuning gericht op het individu of huishouden/gezin',
      '07': 'Dagbesteding',
      '08': 'Vervoerdiensten',
      '09': 'Overige groepsgerichte ondersteuning',
      '10': 'Overige maatwerk arrangementen',
      '11': 'Rolstoelen',
      '12': 'Vervoervoorzieningen',
      '13': 'Woonvoorzieningen',
      '14': 'Overige hulpmiddelen',
      '15': 'Beschermd wonen',
      '16': 'Opvang',
      '17': 'Spoedopvang',
      '18': 'Overige beschermd wonen en opvang',
    },
    // JZ020
    ijw: {
      '31': '(2015) Zonder verblijf: uitgevoerd door wijk- of buurtteam',
      '32': '(2015) Zonder verblijf: ambulante jeugdhulp op locatie van de aanbieder',
      '33': '(2015) Zonder verblijf: daghulp op locatie van de aanbieder',
      '34': '(2015) Zonder verblijf: jeugdhulp in het netwerk van de jeugdige',
      '35': '(2015) Met verblijf: pleegzorg',
      '36': '(2015) Met verblijf: gezinsgericht',
      '37': '(2015) Met verblijf: gesloten plaatsing',
      '38': '(2015) Met verblijf: overig residentieel',
      '40': 'Persoonlijke verzorging',
      '41': 'Dagbehandeling',
      '42': 'Vervoerdiensten',
      '43': 'Jeugdhulp verblijf (incl. behandeling)',
      '44': 'Jeugdhulp verblijf (excl. behandeling)',
      '45': 'Jeugdhulp ambulant',
      '46': 'Jeugdhulp crisis',
      '47': 'Jeugdreclassering',
      '48': 'Jeugdbescherming',
      '49': 'Activiteiten in het preventief justitieel kader',
      '50': 'Maatwerkarrangementen jeugd',
      '51': 'Generalistische basis-ggz',
      '52': 'Specialistische ggz',
      '53': 'Kindergeneeskunde',
      '54': 'Jeugd-ggz',
      '55': 'Landelijk ingekochte zorg',
    },
  },
  // WJ759 Reden afwijzing verzoek
  LDT_RedenAfwijzingVerzoek: {
    '1': 'Geen wijziging, maar nieuwe aanvraag',
    '2': 'Past niet binnen budget',
    '3': 'Geen contract',
    '4': 'Past niet binnen contract',
    '5': 'Andere gemeente',
    '6': 'Stapeling',
    '7': 'Zorginhoudelijke afkeur',
    '8': 'Woonplaatsbeginsel',
    '9': 'Leeftijdsgrens is bereikt',
  },
  LDT_RedenBeeindiging: {
    // WMO588
    iwmo: {
      '02': 'Overlijden',
      '19': 'Levering volgens plan beeindigd',
      '20': 'Levering is tijdelijk beeindigd',
      '21': 'Levering is eenzijdig door client beeindigd',
      '22': 'Levering is eenzijdig door aanbieder beeindigd',
      '23': 'Levering is in overeenstemming voortijdig beeindigd',
      '31': 'Verhuizing naar een andere gemeente',
      '36': 'Geinitieerd door de gemeente',
      '37': 'In verband met wijzigingsverzoek',
      '38': 'Overstap naar andere aanbieder',
      '39': 'Uitstroom naar ander domein',
    },
    // JZ588
    ijw: {
      '02': 'Overlijden',
      '20': 'Levering is tijdelijk beeindigd',
      '31': 'Levering is volgens plan beeindigd',
      '32': 'Voortijdig afgesloten: eenzijdig door de client',
      '33': 'Voortijdig afgesloten: eenzijdig door de aanbieder',
      '34': 'Voortijdig afgesloten: in overeenstemming',
      '35': 'Voortijdig afgesloten: wegens externe omstandigheden',
      '36': 'Geinitieerd door de gemeente',
      '37': 'In verband met wijzigingsverzoek',
      '38': 'Overstap naar andere aanbieder',
      '39': 'Uitstroom naar ander domein',
    },
  },
  // WJ758 Reden verzoek
  LDT_RedenVerzoek: {
    '1': 'Verandering clientsituatie',
    '2': 'Wijziging zorgplan',
  },
  LDT_RedenWijziging: {
    // WMO002
    iwmo: {
      '01': 'Administratieve correctie (vervallen)',
      '02': 'Client overleden',
      '03': 'Contractwijziging',
      '04': 'Herbeoordeling: verlenging toewijzing',
      '05': 'Herbeoordeling: verkorting toewijzing',
      '06': 'Uitstroom naar ander domein',
      '07': 'Verhuizing naar een andere gemeente',
      '08': 'Wijziging leveringsvorm',
      '09': 'Overstap naar andere aanbieder',
      '10': 'Overgang naar nieuwe bekostigingssystematiek',
      '11': 'Gemeentelijke herindeling',
      '12': 'Geinitieerd door de aanbieder',
      '13': 'Verwijderd',
      '14': 'Administratieve correctie',
    },
    // JZ002
    ijw: {
      '01': 'Administratieve correctie (vervallen)',
      '02': 'Client overleden',
      '03': 'Contractwijziging',
      '04': 'Herbeoordeling: verlenging toewijzing',
      '05': 'Herbeoordeling: verkorting toewijzing',
      '06': 'Uitstroom naar ander domein',
      '07': 'Verhuizing naar een andere gemeente',
      '08': 'Wijziging leveringsvorm',
      '09': 'Overstap naar andere aanbieder',
      '10': 'Overgang naar nieuwe bekostigingssystematiek',
      '11': 'Gemeentelijke herindeling',
      '12': 'Geinitieerd door de aanbieder',
      '13': 'Verwijderd',
      '14': 'Administratieve correctie',
    },
  },
  // COD472 Soort relatie
  LDT_SoortRelatie: {
    '03': 'Curator (juridisch)',
    '04': 'Financieel (gemachtigd)',
    '05': 'Financieel (toetsing)',
    '06': 'Leefeenheid',
    '07': 'Hulpverlener',
    '08': 'Specialist',
    '09': 'Anders',
    '10': 'Ouder',
    '11': 'Voogd',
    '12': 'Partner/echtgeno(o)t(e)',
    '13': 'Pleegouder',
    '14': 'Bewindvoerder',
    '15': 'Mentor',
    '16': 'Zoon/dochter',
    '17': 'Familielid',
    '18': 'Gezinslid',
    '19': 'Buur',
    '20': 'Vriend(in)/kennis',
    '21': 'Clientondersteuner',
    '22': 'Huisarts',
    '23': 'Erven van',
    '24': 'Werkgever',
    '25': 'Wijkcoach',
  },
  // COD467 Status aanlevering
  LDT_StatusAanlevering: {
    '1': 'Eerste aanlevering',
    '2': 'Gewijzigde aanlevering',
    '3': 'Verwijderen aanlevering',
    '9': 'Niet van toepassing (ongewijzigd)',
  },
  // COD327 Code verwijzer
  LDT_TypeVerwijzer: {
    '01': 'Gemeente',
    '02': 'Huisarts',
    '03': 'Jeugdarts',
    '04': 'Gecertificeerde instelling',
    '05': 'Medisch specialist',
    '06': 'Zelfverwijzer/geen verwijzer',
    '08': 'Rechter, Officier van Justitie, functionaris Justitiele jeugdinrichting',
  },
  // WJ760 Verzoek antwoord
  LDT_VerzoekAntwoord: {
    '1': 'Verzoek afgewezen',
    '2': 'Aanvraag in onderzoek',
  },
  // WJ003 Wettelijke vertegenwoordiging
  LDT_WettelijkeVertegenwoordiging: {
    '06': 'Voogdij',
    '07': 'Bewindvoering',
    '08': 'Mentorschap',
    '09': 'Onder curatele stelling',
    '10': 'Zaakwaarneming',
  },
  LDT_RetourCode: returnCodes,
  LDT_ProductCode: { iwmo: wmoProductCodes, ijw: {} },
}
