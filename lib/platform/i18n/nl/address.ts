/** The page of the link in the mail to an address for notices. Nobody is logged in there. */
export const address = {
  title: 'Adres bevestigen',
  lead: 'Een gemeente wil meldingen van Portaal Zorg sturen naar het mailadres waarop u de link kreeg.',
  gemeente: 'Gemeente',
  product: 'Meldingen over',
  stop: 'In de meldingen staan geen namen of andere persoonsgegevens. De gemeente kan uw adres altijd weer weghalen.',
  submit: 'Ja, dit adres gebruiken',
  bevestigd: {
    title: 'Het adres is bevestigd',
    lead: 'Vanaf nu komen de meldingen op uw mailadres. U kunt deze pagina sluiten.',
  },
  ongeldig: {
    title: 'Deze link werkt niet (meer)',
    lead: 'Een link uit de mail werkt één keer en zeven dagen lang, en alleen die uit de laatste mail. Vraag de Productbeheerder van uw gemeente om de mail opnieuw te sturen.',
  },
  druk: {
    title: 'Probeer het over tien minuten opnieuw',
    lead: 'Er zijn te veel links geopend vanaf uw netwerk. Er is niets veranderd: de link uit de mail blijft werken.',
  },
} as const
