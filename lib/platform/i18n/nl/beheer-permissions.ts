/** What somebody wanted to do when it was refused, for the log: one for every permission. */
export const permissionWords = {
  bericht: {
    list: 'de lijst van berichten bekijken',
    read: 'een bericht bekijken',
    deliver: 'een bericht aanleveren',
    fetch: 'een bericht ophalen',
    withdraw: 'een bericht intrekken',
    receive: 'een bericht binnenbrengen',
    expire: 'de inhoud van berichten verwijderen',
    watch: 'termijnen van berichten bewaken',
  },
  outdated: { delete: 'gegevens verwijderen waarvan de bewaartermijn voorbij is' },
  settings: { read: 'instellingen bekijken', change: 'instellingen veranderen' },
  member: {
    read: 'gebruikers bekijken',
    'grant-role': 'rollen geven',
    block: 'een gebruiker blokkeren',
    'end-session': 'een sessie van een ander beëindigen',
  },
  code: {
    issue: 'een verificatiecode maken',
    verify: 'een verificatiecode gebruiken',
    request: 'een verificatiecode vragen',
  },
  log: { read: 'het logboek lezen', 'read-all': 'het logboek van alle gemeenten lezen' },
  profile: {
    save: 'de persoonlijke instellingen invullen',
    change: 'de eigen gegevens veranderen',
    read: 'de eigen gegevens bekijken',
  },
  draft: { keep: 'een half ingevuld formulier bewaren' },
  dashboard: { read: 'het dashboard bekijken' },
  session: { own: 'de eigen sessies bekijken' },
  'staff-session': { own: 'de eigen sessies bekijken' },
  organisation: { read: 'gemeenten bekijken', register: 'een gemeente registreren' },
  agreement: { register: 'een overeenkomst registreren' },
  'manager-code': { issue: 'een code voor een gebruikersbeheerder maken' },
  manager: {
    'grant-role': 'rollen geven aan een gebruikersbeheerder',
    nominate: 'iemand voordragen als gebruikersbeheerder',
  },
  reference: { search: 'op een referentie zoeken' },
} as const
