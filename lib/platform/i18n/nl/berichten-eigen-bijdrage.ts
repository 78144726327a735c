/** The tab with what goes to and comes from the CAK. */
export const eigenBijdrageWords = {
  title: 'Eigen bijdrage',
  pageTitle: 'Eigen bijdrage {product}',
  lead: 'Hier stuurt u het CAK bestanden over de start en de stop van de eigen bijdrage. U haalt er ook de antwoorden van het CAK op.',
  checks: {
    short: 'Het portaal controleert alleen de envelop en de vorm van het bestand. De inhoud leest het niet.',
    more: 'Bekijk wat wel en niet is gecontroleerd',
    title: 'Wat het portaal controleert',
    why: 'Hoe deze berichten zijn opgebouwd, is niet openbaar. Het portaal controleert ze daarom minder dan andere berichten.',
    does: 'Dit controleert het portaal wel',
    doesItems: {
      envelope: 'De envelop: de opmaak, de zender, de ontvanger en het referentienummer.',
      functie:
        'De functie: WMO405 en WMO407 gaan naar het CAK, WMO406 en WMO408 komen van het CAK. De ontvanger of zender is het CAK.',
      size: 'De grootte: hoogstens 25 MB, met de envelop erbij.',
      encoding: 'XML: zonder fouten in de opmaak, in UTF-8 en zonder DOCTYPE.',
      duplicate: 'Of u precies hetzelfde bestand al hebt aangeleverd.',
    },
    doesNot: 'Dit controleert het portaal niet',
    doesNotItems: {
      content: 'Of de inhoud klopt: personen, datums en codes. Het portaal leest de inhoud niet.',
      text: 'Wat in een tekstbestand staat, en in welke tekenset. Een tekstbestand kan alleen in een envelop.',
      verdict: 'Of het CAK uw bestand goedkeurt. Dat staat in het retourbericht: haal dat op en lees het zelf.',
      term: 'Of het CAK op tijd antwoordt. Een termijn is niet bekend.',
    },
    assumed:
      'Levert u een bestand zonder envelop aan? Dan maakt het portaal de envelop, met het CAK als ontvanger en release {versie} van iEb: functieVersie {functieVersie} en functieSubversie {functieSubversie}. Dat het CAK die nummers zo verwacht, is een aanname.',
  },
  choice: {
    legend: 'Wat gaat u aanleveren?',
    hint: 'Kies dit voordat u bestanden kiest. Een bestand zonder envelop zegt zelf niet welk bericht het is.',
    enveloped: 'Bestanden met een envelop',
    envelopedNote: 'De envelop zegt welk bericht het is.',
    WMO405: 'WMO405, start of stop van de eigen bijdrage',
    WMO407: 'WMO407, start of stop van beschermd wonen',
    bareNote: 'Bestanden zonder envelop.',
  },
  list: 'Berichten van en voor het CAK',
  shownLabel: 'Wat u ziet',
  shown: {
    alles: 'Alle',
    onbeantwoord: 'Nog geen antwoord',
    ophalen: 'Op te halen',
    fouten: 'Fouten van de laatste 30 dagen',
  },
  empty: 'Er is nog niets over de eigen bijdrage',
  emptyText: 'Lever hierboven uw eerste bestand aan. Antwoorden van het CAK verschijnen hier vanzelf.',
  nothing: 'Hier staat nu niets',
  nothingText: 'Kies hierboven een andere groep, of bekijk alle berichten over de eigen bijdrage.',
  all: 'Bekijk alle',
  everywhere: 'Filter deze berichten tussen alle berichten van iWmo',
  detail:
    'Dit bericht gaat over de eigen bijdrage. Alleen de envelop en de vorm van het bestand zijn gecontroleerd, niet de inhoud: de opbouw daarvan is niet openbaar.',
} as const
