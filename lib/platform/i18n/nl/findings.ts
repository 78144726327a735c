import { assignedRules } from '#/lib/platform/i18n/nl/findings-assigned-rules.ts'
import { businessRules } from '#/lib/platform/i18n/nl/findings-business-rules.ts'
import { conditions } from '#/lib/platform/i18n/nl/findings-conditions.ts'
import { constraints } from '#/lib/platform/i18n/nl/findings-constraints.ts'
import { envelopeFindings } from '#/lib/platform/i18n/nl/findings-envelope.ts'
import { sequenceRules } from '#/lib/platform/i18n/nl/findings-sequence-rules.ts'
import { technicalRules } from '#/lib/platform/i18n/nl/findings-technical-rules.ts'

/**
 * What is wrong with a file and what to do, per finding code and variant. Element names come from the standard; values
 * from the file are never in these texts. REGEL is for a rule number without texts of its own.
 */
export const findings = {
  GROOTTE: {
    algemeen: {
      melding: 'Dit bestand is te groot. Een bericht mag niet groter zijn dan {maximum, number} bytes.',
      herstel: 'Verdeel de gegevens over meer berichten en lever die elk apart aan.',
    },
  },
  VIRUS: {
    algemeen: {
      melding: 'Het bestand bevat een virus en is verwijderd.',
      herstel: 'Neem contact op met de ICT-afdeling van uw gemeente, of vraag de afzender om een schoon bestand.',
    },
  },
  BRS18: {
    algemeen: {
      melding:
        'In dit bericht staat een echt burgerservicenummer. Dit is de testomgeving: daar mag niemand in staan die bestaat.',
      herstel: 'Gebruik alleen testnummers, van 999900006 tot en met 999999990.',
    },
  },
  IB103: {
    uitgezet: {
      melding: 'Uw eigen gemeente heeft berichtsoort {soort} uitgezet. Daarom is het bericht niet aangenomen.',
      herstel:
        'Vraag de Productbeheerder van uw gemeente of deze berichtsoort weer aan kan, bij de instellingen. Lever het bericht daarna opnieuw aan.',
    },
  },
  BOM: {
    algemeen: {
      melding: 'Het bestand begint met een onzichtbaar teken: een byte order mark (BOM). Dat is niet toegestaan.',
      herstel: 'Sla het bestand op als UTF-8 zonder BOM. Vraag zo nodig uw softwareleverancier.',
    },
  },
  CODERING: {
    anders: {
      melding: 'Het bestand is niet opgeslagen als UTF-8, maar als UTF-16 of UTF-32.',
      herstel: 'Sla het bestand op als UTF-8 zonder BOM. Vraag zo nodig uw softwareleverancier.',
    },
    teken: {
      melding: 'Op deze plaats staat een teken dat geen UTF-8 is.',
      herstel: 'Sla het bestand op als UTF-8 zonder BOM. Vraag zo nodig uw softwareleverancier.',
    },
    verklaring: {
      melding: 'De eerste regel van het bestand noemt een andere tekencodering dan UTF-8.',
      herstel: 'Sla het bestand op als UTF-8 en noem die codering in de eerste regel.',
    },
  },
  REGELEINDE: {
    algemeen: {
      melding: 'Deze regel eindigt niet met de tekens CR LF. Het bericht wordt wel aangenomen.',
      herstel: 'Vraag uw softwareleverancier om regels te laten eindigen met CR LF (regel OP192).',
    },
  },
  DOCTYPE: {
    algemeen: {
      melding: 'Het bestand bevat een DOCTYPE. Dat is om veiligheidsredenen niet toegestaan.',
      herstel: 'Verwijder de DOCTYPE. Een bericht van iWmo of iJw heeft die nooit nodig.',
    },
  },
  NIET_WELGEVORMD: {
    leeg: {
      melding: 'Het bestand is leeg.',
      herstel: 'Controleer of u het juiste bestand hebt gekozen en maak het zo nodig opnieuw.',
    },
    geenXml: {
      melding: 'Dit is geen XML-bestand.',
      herstel: 'Kies het XML-bestand dat uw software voor dit bericht heeft gemaakt.',
    },
    afgekapt: {
      melding: 'Het bestand houdt op deze plaats te vroeg op. Waarschijnlijk is het niet helemaal opgeslagen.',
      herstel: 'Maak het bestand opnieuw en lever het daarna aan.',
    },
    sluittag: {
      melding: 'Het element {element} van regel {geopend} wordt op deze plaats afgesloten met {gevonden}.',
      herstel: 'Sluit elk element af met zijn eigen naam. Vraag zo nodig uw softwareleverancier.',
    },
    teken: {
      melding: 'Op deze plaats staat een teken dat in XML niet mag.',
      herstel: 'Verwijder het teken. Vraag zo nodig uw softwareleverancier.',
    },
    entiteit: {
      melding: 'Op deze plaats staat een ampersand (het en-teken) die niet als gewoon teken is opgeschreven.',
      herstel: 'Schrijf een ampersand in XML als &amp;. Gebruik geen eigen afkortingen.',
    },
    naamruimte: {
      melding: 'Een element gebruikt op deze plaats een voorvoegsel dat het bestand nergens uitlegt.',
      herstel: 'Vraag uw softwareleverancier om elk voorvoegsel in het bericht aan een naamruimte te koppelen.',
    },
    attribuut: {
      melding: 'Een attribuut is op deze plaats niet goed opgeschreven.',
      herstel: 'Verwijder het attribuut. Een bericht van iWmo of iJw heeft geen attributen.',
    },
    diepte: {
      melding: 'De elementen staan op deze plaats te diep in elkaar.',
      herstel: 'Controleer of u het juiste bestand hebt gekozen en maak het zo nodig opnieuw.',
    },
    teLang: {
      melding: 'Een tekst of naam op deze plaats is te lang om te lezen.',
      herstel: 'Controleer of u het juiste bestand hebt gekozen en maak het zo nodig opnieuw.',
    },
    naEinde: {
      melding: 'Na het einde van het bericht staat nog meer in het bestand.',
      herstel: 'Zet in elk bestand precies één bericht.',
    },
    overig: {
      melding: 'Het bestand is op deze plaats geen geldige XML.',
      herstel: 'Maak het bestand opnieuw. Lukt het dan nog niet, vraag dan uw softwareleverancier.',
    },
  },
  ENVELOP: envelopeFindings,
  ONBEKENDE_VERSIE: {
    versie: {
      melding: 'Dit bericht {berichtsoort} is van versie {gevonden}. Het portaal werkt met versie {versies}.',
      herstel: 'Maak het bericht opnieuw in versie {versies}. Vraag zo nodig uw softwareleverancier.',
    },
    bericht: {
      melding: 'Bericht {berichtsoort} bestaat niet in versie {gevonden}.',
      herstel: 'Controleer of u het juiste bestand hebt gekozen. Vraag zo nodig uw softwareleverancier.',
    },
    geenBericht: {
      melding: 'Dit is geen bericht van iWmo of iJw dat het portaal kent (versie {versies}).',
      herstel:
        'Controleer of u het juiste bestand hebt gekozen. Is het een bestand voor het CAK zonder envelop? Lever het aan bij de tab Eigen bijdrage van iWmo en kies daar welk bericht het is.',
    },
  },
  BERICHTCODE: {
    algemeen: {
      melding: 'De BerichtCode past niet bij dit bericht. Bij {berichtsoort} hoort {verwacht}.',
      herstel: 'Zet {verwacht} in BerichtCode, of maak het bericht opnieuw als u een ander bericht bedoelde.',
    },
    eigenBijdrage: {
      melding: 'Dit is een {berichtsoort}, en geen {verwacht}.',
      herstel: 'Lever een {berichtsoort} aan bij de tab Berichten, of kies het juiste bestand.',
    },
  },
  VERKEERD_PRODUCT: {
    algemeen: {
      melding:
        'Dit is een bericht van {gevonden, select, iwmo {iWmo} other {iJw}} ({berichtsoort}). U levert aan bij {verwacht, select, iwmo {iWmo} other {iJw}}.',
      herstel: 'Lever dit bestand aan bij Berichten {gevonden, select, iwmo {iWmo} other {iJw}}.',
    },
  },
  VERKEERDE_RICHTING: {
    aangeleverd: {
      melding:
        'Een gemeente verstuurt geen {berichtsoort} ({naam}). Dit bericht gaat van de aanbieder naar de gemeente.',
      herstel: 'Controleer of u het juiste bestand hebt gekozen. Ontvangen berichten haalt u op in het portaal.',
    },
    ontvangen: {
      melding:
        'Een gemeente ontvangt geen {berichtsoort} ({naam}). Dit bericht gaat van de gemeente naar de aanbieder.',
      herstel: 'Vraag de afzender om het juiste bericht te sturen.',
    },
  },
  VERKEERDE_AFZENDER: {
    algemeen: {
      melding: 'Dit bericht is niet van uw gemeente. In {element} hoort uw gemeentecode {verwacht} te staan.',
      herstel: 'Controleer of u het juiste bestand hebt gekozen, en of uw software de goede gemeentecode gebruikt.',
    },
    retour: {
      melding:
        'Dit retourbericht is niet van uw gemeente. In {element} hoort uw gemeentecode {verwacht} te staan, net als in het bericht waarop het antwoordt.',
      herstel: 'Neem Afzender en Ontvanger over uit het bericht waarop dit retourbericht antwoordt.',
    },
  },
  XSD: {
    ontbreekt: {
      melding: 'In {ouder} ontbreekt het verplichte element {element}.',
      herstel: 'Voeg {element} op deze plaats toe.',
    },
    volgorde: {
      melding: 'In {ouder} staat {element} op de verkeerde plaats. Hier hoort eerst {verwacht}.',
      herstel: 'Zet de elementen van {ouder} in de volgorde van de standaard.',
    },
    teVaak: {
      melding: 'In {ouder} staat {element} vaker dan één keer.',
      herstel: 'Laat {element} één keer staan.',
    },
    onbekend: {
      melding: 'In {ouder} staat {element}. Dat element hoort hier niet.',
      herstel: 'Verwijder {element}, of controleer hoe het geschreven is. Hier mag staan: {verwacht}.',
    },
    naamruimte: {
      melding: 'Het element {element} in {ouder} heeft de verkeerde naamruimte.',
      herstel: 'Vraag uw softwareleverancier om {element} in naamruimte {verwacht} te zetten.',
    },
    tekst: {
      melding: 'In {element} staat losse tekst. Daar mogen alleen andere elementen staan.',
      herstel: 'Verwijder de tekst, of zet die in het element waar die hoort.',
    },
    attribuut: {
      melding: 'Het element {element} heeft een attribuut {attribuut}. Dat is niet toegestaan.',
      herstel: 'Verwijder het attribuut. Een bericht van iWmo of iJw heeft geen attributen.',
    },
    nil: {
      melding: 'Het element {element} is met {attribuut} als leeg aangeduid. Dat is niet toegestaan.',
      herstel: 'Vul {element}, of laat het element helemaal weg als het niet verplicht is.',
    },
    wortel: {
      melding: 'Het bericht begint met {element}. Het moet beginnen met {verwacht}.',
      herstel: 'Maak het bericht opnieuw. Vraag zo nodig uw softwareleverancier.',
    },
    kindInWaarde: {
      melding: 'In {element} staat een ander element: {kind}. Hier hoort alleen een waarde.',
      herstel: 'Haal {kind} weg uit {element}.',
    },
    leeg: {
      melding: 'Het element {element} is leeg.',
      herstel: 'Vul {element}, of laat het element helemaal weg als het niet verplicht is.',
    },
    teLang: {
      melding: 'De waarde van {element} is te lang: {lengte, number} tekens. Er mogen er {maximum, number} staan.',
      herstel: 'Kort de waarde van {element} in.',
    },
    code: {
      melding: 'De code in {element} staat niet in de codelijst van de standaard.',
      herstel:
        'Gebruik een code uit de lijst{codes, select, none {} other {: {codes}}}. De lijst heeft {aantal, number} codes.',
    },
    getal: {
      melding: 'In {element} hoort een heel getal te staan, met alleen cijfers.',
      herstel: 'Schrijf in {element} alleen cijfers, zonder punt, komma of spatie. Bedragen zijn in eurocenten.',
    },
    bereik: {
      melding: 'Het getal in {element} is te klein of te groot.',
      herstel: 'Gebruik in {element} een getal van {minimum, number} tot en met {maximum, number}.',
    },
    datum: {
      melding: 'In {element} hoort een bestaande datum te staan, geschreven als jaar-maand-dag.',
      herstel: 'Schrijf de datum zoals 2025-01-31.',
    },
    datumTijdzone: {
      melding: 'De datum in {element} heeft een tijdzone. Dat is niet toegestaan (regel RS032).',
      herstel: 'Schrijf alleen de datum, zoals 2025-01-31, zonder Z of uren erachter.',
    },
    tijd: {
      melding: 'In {element} hoort een bestaande tijd te staan, geschreven als uren:minuten:seconden.',
      herstel: 'Schrijf de tijd zoals 09:30:00.',
    },
    tijdTijdzone: {
      melding: 'De tijd in {element} heeft een tijdzone. Dat is niet toegestaan.',
      herstel: 'Schrijf alleen de tijd, zoals 09:30:00, zonder Z of uren erachter.',
    },
    vast: {
      melding: 'In {element} hoort in dit bericht altijd {verwacht} te staan.',
      herstel: 'Zet {verwacht} in {element}.',
    },
    vorm: {
      melding:
        'De waarde van {element} heeft niet de goede vorm. Hier horen {vorm, select, LDT_AgbCode {precies 8 cijfers} LDT_BurgerServicenummer {precies 9 cijfers} LDT_Gemeente {precies 4 cijfers} LDT_Telefoonnummer {alleen cijfers} LDT_Voorletters {alleen letters, zonder punten en spaties} LDT_IdentificatieDeclaratie {alleen letters en cijfers} LDT_Versie {drie getallen met punten ertussen} other {tekens op één regel, en niet alleen spaties}} te staan.',
      herstel: 'Verbeter de waarde van {element}.',
    },
    overig: {
      melding: 'Het bericht past op deze plaats niet in het schema van de standaard.',
      herstel: 'Maak het bericht opnieuw. Lukt het dan nog niet, vraag dan uw softwareleverancier.',
    },
  },
  REGEL: {
    algemeen: {
      melding: 'Het bericht voldoet op deze plaats niet aan regel {code} van de standaard.',
      herstel: 'Zoek de regel op bij de beheerder van de standaard, of vraag uw softwareleverancier.',
    },
  },
  ...technicalRules,
  ...sequenceRules,
  ...assignedRules,
  ...conditions,
  ...constraints,
  ...businessRules,
} as const
