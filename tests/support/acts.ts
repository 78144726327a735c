import { randomUUID } from 'node:crypto'
import type { ForeignThings } from '#/tests/support/foreign-things.ts'

/** What an action answers to who holds its permission, when the thing is of another gemeente: it is not there. */
type Absent = 404
/** The action has no thing of another gemeente in it, or says of one what it says of everything unfit: a form with faults. */
type Form = 200

export type Act = {
  /** The page on which its form stands. */
  readonly page: string
  /** Fields that are right in themselves. */
  readonly fields: Readonly<Record<string, string>>
  readonly toHolder: Absent | Form
}

const PROFILE = {
  salutation: 'MEVROUW',
  initials: 'T.',
  firstName: '',
  infix: '',
  lastName: 'Indringer',
  department: '',
  phone: '06-12 34 56 78',
  email: 'indringer@testdam.example',
}
const ROLES = { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER', 'wlz-registertoets': 'GEEN' }
const REASON = { reason: 'Omdat het kan' }
const code = () => ({ formKey: randomUUID(), identityConfirmed: 'ja' })

/** Every server action with what somebody would send who wants it done to these things. */
export function actsOn(things: ForeignThings): Readonly<Record<string, Act>> {
  const { memberId, managerId, waitingId, blockedId, sessionId, agreementId, berichtId, signalId, organisationId } =
    things
  const person = `/beheer/gebruikers/${memberId}`
  const gemeente = `/servicedesk/gemeenten/${organisationId}`
  const asked = { product: 'iwmo', berichtId }
  const answering = `/producten/iwmo/berichten/${berichtId}/beantwoorden`
  return {
    saveProfileAction: { page: '/persoonlijke-instellingen', fields: PROFILE, toHolder: 200 },
    verifyCodeAction: { page: '/verificatie', fields: { verificatiecode: '0000-0000-0000-0000' }, toHolder: 200 },
    requestCodeAction: { page: '/verificatie', fields: { formKey: randomUUID() }, toHolder: 200 },
    withdrawBerichtAction: {
      page: `/producten/iwmo/berichten/${berichtId}/intrekken`,
      fields: { product: 'iwmo', berichtId, ...REASON },
      toHolder: 404,
    },
    resendBerichtAction: {
      page: `/producten/iwmo/berichten/${berichtId}/opnieuw-verzenden`,
      fields: { product: 'iwmo', berichtId },
      toHolder: 404,
    },
    searchClientAction: {
      page: '/producten/iwmo/berichten/zoeken',
      fields: { product: 'iwmo', bsn: '900000016' },
      toHolder: 200,
    },
    saveViewAction: {
      page: '/producten/iwmo/berichten/weergaven?status=BESCHIKBAAR',
      fields: { product: 'iwmo', naam: 'Indringer', filters: 'status=BESCHIKBAAR' },
      toHolder: 200,
    },
    removeViewAction: {
      page: '/producten/iwmo/berichten/weergaven',
      fields: { product: 'iwmo', id: berichtId },
      toHolder: 200,
    },
    showBsnAction: {
      page: `/producten/iwmo/berichten/${berichtId}/bsn`,
      fields: { product: 'iwmo', berichtId, client: '1', reden: 'opzoeken', toelichting: '' },
      toHolder: 404,
    },
    answerRetourAction: { page: answering, fields: { ...asked, oordeel: 'goed' }, toHolder: 404 },
    answerRequestAction: { page: answering, fields: { ...asked, verzoek: '1', antwoord: '2' }, toHolder: 404 },
    answerDeclarationAction: { page: answering, fields: { ...asked, oordeel: 'alles' }, toHolder: 404 },
    orderResendAction: { page: '/servicedesk/keten', fields: { berichtId }, toHolder: 200 },
    consultRegisterAction: {
      page: '/producten/wlz-registertoets/raadplegen',
      fields: { bsn: '900000016', peildatum: '2026-02-02', grond: 'signaal' },
      toHolder: 200,
    },
    showSignalBsnAction: {
      page: `/producten/wlz-registertoets/signalen/${signalId}`,
      fields: { signaalId: signalId, reden: 'opzoeken', toelichting: '' },
      toHolder: 404,
    },
    changeSignalsAction: {
      page: '/producten/wlz-registertoets/instellingen',
      fields: { version: '0', signals: 'AAN' },
      toHolder: 200,
    },
    changeSettingsAction: {
      page: '/producten/iwmo/instellingen',
      fields: { product: 'iwmo', version: '0', notificationAddresses: '', retention: 'TWEE_MAANDEN' },
      toHolder: 200,
    },
    changeConnectionAction: {
      page: '/producten/iwmo/instellingen',
      fields: {
        product: 'iwmo',
        version: '0',
        channel: 'PORTAAL',
        endpoint: 'https://93.184.216.34/x',
        certificate: '',
      },
      toHolder: 200,
    },
    changeSoortenAction: {
      page: '/producten/iwmo/instellingen',
      fields: { product: 'iwmo', version: '0', actief: 'WMO301' },
      toHolder: 200,
    },
    restoreSettingsAction: {
      page: '/producten/iwmo/instellingen',
      fields: { product: 'iwmo', version: '1', terug: '999999' },
      toHolder: 404,
    },
    askAddressAction: {
      page: '/producten/iwmo/instellingen',
      fields: { product: 'iwmo', adres: randomUUID(), gevraagd: '1' },
      toHolder: 200,
    },
    testConnectionAction: { page: '/producten/iwmo/instellingen', fields: { product: 'iwmo' }, toHolder: 200 },
    saveRolesAction: { page: person, fields: { memberId, ...ROLES }, toHolder: 404 },
    issueCodeAction: {
      page: `/beheer/gebruikers/${waitingId}`,
      fields: { memberId: waitingId, ...code() },
      toHolder: 200,
    },
    blockMemberAction: { page: `${person}/blokkeren`, fields: { memberId, ...REASON }, toHolder: 404 },
    unblockMemberAction: {
      page: `/beheer/gebruikers/${blockedId}`,
      fields: { memberId: blockedId },
      toHolder: 404,
    },
    endMemberSessionAction: { page: person, fields: { memberId, sessionId }, toHolder: 404 },
    savePreferencesAction: { page: '/mijn/gegevens', fields: { shown: 'fault', fault: 'ja' }, toHolder: 200 },
    markReadAction: { page: '/mijn/meldingen', fields: { gezien: `${things.notificationId}:1` }, toHolder: 404 },
    endOwnSessionAction: { page: '/mijn/sessies', fields: { sessionId }, toHolder: 404 },
    endStaffSessionAction: { page: '/servicedesk/sessies', fields: { sessionId }, toHolder: 404 },
    registerGemeenteAction: {
      page: '/servicedesk/gemeenten',
      fields: { name: 'Nogmaals', gemeenteCode: things.gemeenteCode, kvk: '12345678', rsin: '' },
      toHolder: 200,
    },
    registerAgreementAction: {
      page: gemeente,
      fields: { organisationId, kind: 'VECOZO', signedOn: '2026-02-01', documentReference: 'INDRINGER' },
      toHolder: 404,
    },
    withdrawAgreementAction: {
      page: `${gemeente}/overeenkomsten/${agreementId}/intrekken`,
      fields: { agreementId, ...REASON },
      toHolder: 404,
    },
    issueManagerCodeAction: { page: gemeente, fields: { memberId: waitingId, ...code() }, toHolder: 200 },
    nominateManagerAction: { page: gemeente, fields: { memberId: waitingId }, toHolder: 200 },
    withdrawNominationAction: { page: gemeente, fields: { memberId: waitingId }, toHolder: 404 },
    saveManagerRolesAction: {
      page: `${gemeente}/rollen/${managerId}`,
      fields: { memberId: managerId, requested: 'ja', ...ROLES },
      toHolder: 404,
    },
  }
}
