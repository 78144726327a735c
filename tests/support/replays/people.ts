import { givenNotification } from '#/tests/support/inbox.ts'
import { browserOf, codeFor, deskBrowser, formAt, managerBrowser, type Replay } from '#/tests/support/replays/replay.ts'
import { givenGemeente, givenMember, givenNomination, givenSession } from '#/tests/support/world.ts'

const PROFILE = {
  salutation: 'MEVROUW',
  initials: 'T.',
  firstName: '',
  infix: '',
  lastName: 'Bakker',
  department: '',
  phone: '06-12 34 56 78',
  email: 'bakker@testdam.example',
}
const ROLES = { iwmo: 'GEBRUIKER', ijw: 'PRODUCTBEHEERDER', 'wlz-registertoets': 'GEEN' }
const NO_SECOND_CODE = /Met dit formulier is al een code gemaakt/

/** What people do on their way in, and what a gebruikersbeheerder does for them. */
export const PEOPLE_REPLAYS: readonly Replay[] = [
  {
    of: 'saveProfileAction',
    name: 'the first time',
    event: 'profile.saved',
    first: /\/verificatie$/,
    again: /Nu hebt u een verificatiecode nodig/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      await givenMember(portal.database, gemeente, { isManager: true })
      const { actor } = await givenMember(portal.database, gemeente, { state: 'PROFIEL' })
      return formAt(await browserOf(portal, actor), '/persoonlijke-instellingen', 'saveProfileAction', PROFILE)
    },
  },
  {
    of: 'saveProfileAction',
    name: 'later',
    event: 'profile.changed',
    first: /Uw gegevens zijn opgeslagen/,
    again: /Uw gegevens zijn opgeslagen/,
    async arrange(portal) {
      const { actor } = await givenMember(portal.database, await givenGemeente(portal.database))
      return formAt(await browserOf(portal, actor), '/persoonlijke-instellingen', 'saveProfileAction', PROFILE)
    },
  },
  {
    of: 'verifyCodeAction',
    name: 'with the right code',
    event: 'code.accepted',
    first: /\/opnieuw-inloggen$/,
    again: /Uw code klopt/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      const person = await givenMember(portal.database, gemeente, { state: 'VERIFICATIE' })
      const verificatiecode = await codeFor(portal, gemeente, person)
      return formAt(await browserOf(portal, person.actor), '/verificatie', 'verifyCodeAction', { verificatiecode })
    },
  },
  {
    of: 'requestCodeAction',
    name: 'by who waits',
    event: 'code.requested',
    first: /Uw verzoek is doorgegeven/,
    again: /Uw verzoek is doorgegeven/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      await givenMember(portal.database, gemeente, { isManager: true })
      const { actor } = await givenMember(portal.database, gemeente, { state: 'VERIFICATIE' })
      return formAt(await browserOf(portal, actor), '/verificatie', 'requestCodeAction')
    },
  },
  {
    of: 'issueCodeAction',
    name: 'for who waits',
    event: 'code.issued',
    first: /De code is gemaakt/,
    again: NO_SECOND_CODE,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      const { memberId } = await givenMember(portal.database, gemeente, { state: 'VERIFICATIE' })
      const manager = await managerBrowser(portal, gemeente)
      return formAt(manager, `/beheer/gebruikers/${memberId}`, 'issueCodeAction', { identityConfirmed: 'ja' })
    },
  },
  {
    of: 'issueManagerCodeAction',
    name: 'for who waits',
    event: 'code.issued',
    first: /De code is gemaakt/,
    again: NO_SECOND_CODE,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      await givenNomination(portal.database, await givenMember(portal.database, gemeente, { state: 'VERIFICATIE' }))
      const address = `/servicedesk/gemeenten/${gemeente.id}`
      return formAt(await deskBrowser(portal), address, 'issueManagerCodeAction', { identityConfirmed: 'ja' })
    },
  },
  {
    of: 'nominateManagerAction',
    name: 'of who waits',
    event: 'manager.nominated',
    first: /\?gedaan=voorgedragen$/,
    again: /U hebt deze persoon voorgedragen/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      await givenMember(portal.database, gemeente, { state: 'VERIFICATIE' })
      return formAt(await deskBrowser(portal), `/servicedesk/gemeenten/${gemeente.id}`, 'nominateManagerAction')
    },
  },
  {
    of: 'withdrawNominationAction',
    name: 'of a colleague',
    event: 'manager.nomination-withdrawn',
    first: /\?gedaan=voordracht-ingetrokken$/,
    again: /De voordracht is ingetrokken/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      await givenNomination(portal.database, await givenMember(portal.database, gemeente, { state: 'VERIFICATIE' }))
      return formAt(await deskBrowser(portal), `/servicedesk/gemeenten/${gemeente.id}`, 'withdrawNominationAction')
    },
  },
  {
    of: 'saveRolesAction',
    name: 'of a colleague',
    event: 'role.granted',
    first: /De rollen zijn opgeslagen/,
    again: /Er is niets veranderd: deze persoon had deze rollen al/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      const { memberId } = await givenMember(portal.database, gemeente)
      return formAt(await managerBrowser(portal, gemeente), `/beheer/gebruikers/${memberId}`, 'saveRolesAction', ROLES)
    },
  },
  {
    of: 'saveManagerRolesAction',
    name: 'of a gebruikersbeheerder',
    event: 'role.granted',
    first: /De rollen zijn opgeslagen/,
    again: /Er is niets veranderd: deze persoon had deze rollen al/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      const { memberId } = await givenMember(portal.database, gemeente, { isManager: true })
      const address = `/servicedesk/gemeenten/${gemeente.id}/rollen/${memberId}`
      return formAt(await deskBrowser(portal), address, 'saveManagerRolesAction', { ...ROLES, requested: 'ja' })
    },
  },
  {
    of: 'blockMemberAction',
    name: 'of a colleague who is logged in',
    event: 'member.blocked',
    first: /\/beheer\/gebruikers\/[0-9a-f-]{36}$/,
    again: /Deze persoon is al geblokkeerd/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      const { memberId, actor } = await givenMember(portal.database, gemeente)
      await givenSession(portal.database, actor)
      const address = `/beheer/gebruikers/${memberId}/blokkeren`
      return formAt(await managerBrowser(portal, gemeente), address, 'blockMemberAction', { reason: 'Uit dienst' })
    },
  },
  {
    of: 'unblockMemberAction',
    name: 'of a colleague',
    event: 'member.unblocked',
    first: /\?gedaan=opgeheven$/,
    again: /De blokkade is opgeheven/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      const { memberId } = await givenMember(portal.database, gemeente, { state: 'GEBLOKKEERD' })
      return formAt(await managerBrowser(portal, gemeente), `/beheer/gebruikers/${memberId}`, 'unblockMemberAction')
    },
  },
  {
    of: 'endMemberSessionAction',
    name: 'of a colleague',
    event: 'session.ended',
    first: /\?gedaan=beeindigd$/,
    again: /De sessie is beëindigd/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      const { memberId, actor } = await givenMember(portal.database, gemeente)
      await givenSession(portal.database, actor)
      return formAt(await managerBrowser(portal, gemeente), `/beheer/gebruikers/${memberId}`, 'endMemberSessionAction')
    },
  },
  {
    of: 'endOwnSessionAction',
    name: 'of another browser',
    event: 'session.ended',
    first: /\/mijn\/sessies\?gedaan=beeindigd$/,
    again: /De sessie is beëindigd/,
    async arrange(portal) {
      const { actor } = await givenMember(portal.database, await givenGemeente(portal.database))
      await givenSession(portal.database, actor)
      return formAt(await browserOf(portal, actor), '/mijn/sessies', 'endOwnSessionAction')
    },
  },
  {
    of: 'savePreferencesAction',
    name: 'by a Gebruiker',
    event: 'profile.mail-changed',
    first: /Uw keuze is opgeslagen/,
    again: /Uw keuze is opgeslagen/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      const { actor } = await givenMember(portal.database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
      const visitor = await browserOf(portal, actor)
      return formAt(visitor, '/mijn/gegevens', 'savePreferencesAction', { newIwmo: 'WEKELIJKS' })
    },
  },
  {
    of: 'markReadAction',
    name: 'of one notification',
    event: null,
    first: /\/mijn\/meldingen\?gedaan=gelezen$/,
    again: /Gemarkeerd als gelezen/,
    async arrange(portal) {
      const gemeente = await givenGemeente(portal.database)
      const { actor } = await givenMember(portal.database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
      await givenNotification(portal.database, actor)
      return formAt(await browserOf(portal, actor), '/mijn/meldingen', 'markReadAction')
    },
  },
]
