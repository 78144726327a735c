/** Bedrijfsregels and invulinstructies: what is wrong and what to do. They join the other texts in `findings`. */
export const businessRules = {
  IV033: {
    algemeen: {
      melding: 'Het bericht is afgekeurd op de landelijke controle (0001), maar XsltVersie ontbreekt.',
      herstel: 'Vul XsltVersie met de versie van de controle die u hebt gebruikt.',
    },
  },
  OP065: {
    algemeen: {
      melding: 'Deze cliënt staat in het retourbericht, maar geen enkel onderdeel is afgekeurd.',
      herstel: 'Verwijder de cliënt, of vul de retourcode bij het onderdeel dat niet goed is.',
    },
  },
  OP286: {
    algemeen: {
      melding: 'Het hele bericht is technisch afgekeurd (0001), en dan hoort er niets na de Header te staan.',
      herstel: 'Verwijder {element}, of verwijder code 0001 uit de Header.',
    },
  },
  OP303: {
    algemeen: {
      melding: 'Deze regel staat in het antwoord, maar is niet afgekeurd.',
      herstel: 'Verwijder de regel, of vul de retourcode waarom de regel is afgekeurd.',
    },
  },
  OP304: {
    algemeen: {
      melding: 'Deze cliënt staat in het antwoord, maar geen enkele regel is afgekeurd.',
      herstel: 'Verwijder de cliënt, of vul de retourcode bij de regel die is afgekeurd.',
    },
  },
} as const
