/** What is wrong with the envelope round a bericht (StUF-GGk), and what to do. */
export const envelopeFindings = {
  omvang: {
    melding: 'De envelop om het bericht heen is te groot. Dit kan geen gewone envelop zijn.',
    herstel: 'Controleer of u het juiste bestand hebt gekozen. Vraag zo nodig uw softwareleverancier.',
  },
  soort: {
    melding: 'Dit bestand lijkt op een envelop, maar is geen Di01, Du01 of Fo01.',
    herstel: 'Lever het bericht zelf aan, of een envelop die begint met een element van StUF-GGk 2.1.',
  },
  genest: {
    melding: 'In de envelop zit weer een envelop, en niet het bericht zelf.',
    herstel: 'Doe het bericht in één envelop, of lever alleen het bericht aan. Het portaal maakt dan de envelop.',
  },
  foutbericht: {
    melding: 'Dit is een foutbericht (Fo01). Daar zit geen bericht in.',
    herstel: 'Lever het bericht zelf aan, of een envelop Di01 of Du01 met een bericht erin.',
  },
  geenInhoud: {
    melding: 'De envelop is leeg: er zit geen bericht in.',
    herstel: 'Maak de envelop opnieuw met het bericht erin, of lever alleen het bericht aan.',
  },
  meerInhoud: {
    melding: 'In de envelop zit meer dan één bericht.',
    herstel: 'Doe elk bericht in een eigen envelop.',
  },
  codering: {
    melding: 'De inhoud van de envelop is op deze plaats geen goede base64.',
    herstel: 'Maak de envelop opnieuw, of lever alleen het bericht aan. Vraag zo nodig uw softwareleverancier.',
  },
  zender: {
    melding: 'Deze envelop is niet van uw gemeente. Als zender hoort er uw gemeentecode {verwacht} op te staan.',
    herstel: 'Controleer of u het juiste bestand hebt gekozen, en of uw software de goede gemeentecode gebruikt.',
  },
  ontvanger: {
    melding: 'Deze envelop is niet aan uw gemeente gericht. Als ontvanger hoort er {verwacht} op te staan.',
    herstel: 'Vraag de afzender om het bericht aan de juiste gemeente te sturen.',
  },
  functieOnbekend: {
    melding: 'De functie op de envelop is geen bericht dat bestaat.',
    herstel: 'Zet in functie de naam van het bericht, zoals WMO301.',
  },
  functieEnvelop: {
    melding: 'Een {functie} hoort in een envelop {verwacht}. Deze envelop is een {gevonden}.',
    herstel: 'Gebruik Du01 voor een retourbericht en Di01 voor elk ander bericht.',
  },
  functieInhoud: {
    melding: 'Op de envelop staat een andere functie dan het bericht dat erin zit: {berichtsoort}.',
    herstel: 'Zet {berichtsoort} in functie, of doe het juiste bericht in de envelop.',
  },
  functieVersie: {
    melding:
      'Op de envelop staat een andere versie dan die van het bericht: {versie}. Het bericht wordt wel aangenomen.',
    herstel: 'Zet {functieVersie} in functieVersie en {functieSubversie} in functieSubversie.',
  },
  ontvangerCak: {
    melding: 'Een {functie} gaat over de eigen bijdrage en is voor het CAK. Op de envelop staat een andere ontvanger.',
    herstel: 'Zet CAK als ontvanger op de envelop, of controleer of u de goede functie hebt gekozen.',
  },
  zenderCak: {
    melding: 'Een {functie} gaat over de eigen bijdrage en komt van het CAK. Op de envelop staat een andere zender.',
    herstel: 'Vraag de zender om de envelop te controleren.',
  },
  tekstBestand: {
    melding: 'In deze envelop zit een tekstbestand. Dat mag alleen in een envelop van of voor het CAK of het CBS.',
    herstel: 'Zet een bericht van iWmo of iJw in xmlBestand.',
  },
  ontvangerInhoud: {
    melding: 'De ontvanger op de envelop is een ander dan de aanbieder in het bericht.',
    herstel: 'Controleer voor wie het bericht is. Zet dezelfde code op de envelop en in het bericht.',
  },
  zenderInhoud: {
    melding: 'De zender op de envelop is een ander dan de aanbieder in het bericht.',
    herstel: 'Vraag de afzender om het bericht opnieuw te sturen, met dezelfde code op de envelop en in het bericht.',
  },
  ontbreekt: {
    melding: 'Op de envelop ontbreekt in {ouder} het verplichte element {element}.',
    herstel: 'Voeg {element} op deze plaats toe.',
  },
  volgorde: {
    melding:
      'Op de envelop staat in {ouder} het element {element} op de verkeerde plaats. Hier hoort eerst {verwacht}.',
    herstel: 'Zet de elementen van {ouder} in de volgorde van StUF-GGk 2.1.',
  },
  teVaak: {
    melding: 'Op de envelop staat in {ouder} het element {element} vaker dan één keer.',
    herstel: 'Laat {element} één keer staan.',
  },
  onbekend: {
    melding: 'Op de envelop staat in {ouder} het element {element}. Dat hoort hier niet.',
    herstel: 'Verwijder {element}, of controleer hoe het geschreven is. Hier mag staan: {verwacht}.',
  },
  naamruimte: {
    melding: 'Het element {element} van de envelop heeft de verkeerde naamruimte.',
    herstel: 'Vraag uw softwareleverancier om {element} in naamruimte {verwacht} te zetten.',
  },
  tekst: {
    melding: 'Op de envelop staat in {element} losse tekst. Daar mogen alleen andere elementen staan.',
    herstel: 'Verwijder de tekst, of zet die in het element waar die hoort.',
  },
  attribuut: {
    melding: 'Het element {element} van de envelop heeft een attribuut {attribuut}. Dat is niet toegestaan.',
    herstel: 'Verwijder het attribuut. Vraag zo nodig uw softwareleverancier.',
  },
  attribuutOntbreekt: {
    melding: 'Bij {element} ontbreekt het verplichte attribuut {attribuut}.',
    herstel: 'Voeg {attribuut} toe aan {element}.',
  },
  attribuutVorm: {
    melding: 'Het attribuut {attribuut} van {element} heeft niet de goede vorm.',
    herstel: 'Gebruik 4 tot en met 255 letters, cijfers, punten, streepjes of lage streepjes, zonder spaties.',
  },
  nil: {
    melding: 'Het element {element} van de envelop is met {attribuut} als leeg aangeduid. Dat is niet toegestaan.',
    herstel: 'Vul {element}, of laat het element helemaal weg als het niet verplicht is.',
  },
  kindInWaarde: {
    melding: 'Op de envelop staat in {element} een ander element: {kind}. Hier hoort alleen een waarde.',
    herstel: 'Haal {kind} weg uit {element}.',
  },
  leeg: {
    melding: 'Het element {element} van de envelop is leeg of te kort.',
    herstel: 'Vul {element}, of laat het element helemaal weg als het niet verplicht is.',
  },
  teLang: {
    melding: 'De waarde van {element} op de envelop is te lang. Er mogen {maximum, number} tekens staan.',
    herstel: 'Kort de waarde van {element} in.',
  },
  code: {
    melding: 'De waarde van {element} op de envelop is er geen die daar mag staan.',
    herstel: 'Gebruik een van deze waarden: {codes}.',
  },
  vast: {
    melding: 'In {element} op de envelop hoort altijd {verwacht} te staan.',
    herstel: 'Zet {verwacht} in {element}.',
  },
  vorm: {
    melding:
      'De waarde van {element} op de envelop heeft niet de goede vorm. Hier hoort {element, select, organisatie {een gemeentecode van 4 cijfers, een AGB-code van 8 cijfers of de naam van een instantie zoals CAK} referentienummer {een UUID versie 4 in kleine letters} crossRefnummer {een UUID versie 4 in kleine letters} tijdstipBericht {een moment van 8 tot en met 17 cijfers, zoals 20250131093000} other {een getal van precies 4 cijfers}} te staan.',
    herstel: 'Verbeter de waarde van {element}. Vraag zo nodig uw softwareleverancier.',
  },
  overig: {
    melding: 'De envelop is op deze plaats niet opgemaakt zoals StUF-GGk 2.1 voorschrijft.',
    herstel: 'Maak de envelop opnieuw, of lever alleen het bericht aan. Vraag zo nodig uw softwareleverancier.',
  },
} as const
