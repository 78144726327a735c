import type { OnboardingState } from '#/lib/access/actor.ts'
import type { Permission } from '#/lib/access/permissions.ts'
import type { Product } from '#/lib/access/products.ts'

// The roles matrix: who may do what, and what every page, action and call asks for. Written by hand from the table of
// people and permissions (product chapter 1) and the pages of the contract, so that the code is held against it: a new
// permission, page, action or call without a row here fails the tests.

/** Kinds of holder, in the words of the table. Products are those for which a role counts. */
export type Row =
  | { readonly by: 'GEBRUIKER' | 'PRODUCTBEHEERDER' | 'software'; readonly products: readonly string[] }
  | { readonly by: 'gebruikersbeheerder' }
  | { readonly by: 'member'; readonly states: readonly OnboardingState[] }
  | { readonly by: 'servicedesk' }
  | { readonly by: 'portal' }

const user: Row = { by: 'GEBRUIKER', products: ['iwmo', 'ijw'] }
const registerUser: Row = { by: 'GEBRUIKER', products: ['wlz-registertoets'] }
const keeper: Row = { by: 'PRODUCTBEHEERDER', products: ['iwmo', 'ijw', 'wlz-registertoets'] }
const manager: Row = { by: 'gebruikersbeheerder' }
const desk: Row = { by: 'servicedesk' }
const portal: Row = { by: 'portal' }
const software: Row = { by: 'software', products: ['iwmo', 'ijw'] }
const member = (...states: readonly OnboardingState[]): Row => ({ by: 'member', states })

export const PERMISSION_ROWS: Readonly<Record<Permission, Row>> = {
  'bericht.list': user,
  'bericht.read': user,
  'bericht.deliver': user,
  'bericht.fetch': user,
  'bericht.withdraw': user,
  'bericht.resend': user,
  'wlz.consult': registerUser,
  'wlz.read-signals': registerUser,
  'settings.read': keeper,
  'settings.change': keeper,
  'member.read': manager,
  'member.grant-role': manager,
  'member.block': manager,
  'member.end-session': manager,
  'code.issue': manager,
  'log.read': manager,
  'profile.save': member('PROFIEL'),
  'profile.change': member('ACTIEF'),
  'profile.read': member('PROFIEL', 'VERIFICATIE', 'ACTIEF'),
  'draft.keep': member('PROFIEL', 'ACTIEF'),
  'code.verify': member('VERIFICATIE'),
  'code.request': member('VERIFICATIE'),
  'dashboard.read': member('ACTIEF'),
  'session.own': member('ACTIEF'),
  'notification.own': member('ACTIEF'),
  'staff-session.own': desk,
  'organisation.read': desk,
  'organisation.register': desk,
  'agreement.register': desk,
  'manager.nominate': desk,
  'manager-code.issue': desk,
  'manager.grant-role': desk,
  'reference.search': desk,
  'log.read-all': desk,
  'chain.read': desk,
  'chain.resend': desk,
  'bericht.deliver-by-software': software,
  'wlz.consult-by-software': { by: 'software', products: ['wlz-registertoets'] },
  'bericht.receive': portal,
  'bericht.expire': portal,
  'bericht.watch': portal,
  'bericht.scan': portal,
  'bericht.send': portal,
  'content.rotate-keys': portal,
  'outdated.delete': portal,
  'session.expire': portal,
  'certificate.watch': portal,
  'wlz.watch': portal,
  'notification.tell': portal,
  'address.confirm': portal,
}

/** Which part of the portal a page lies in: what the gate in middleware.ts lets through before the page itself checks. */
export type Part = 'public' | 'profile' | 'verification' | 'member' | 'staff'
export type PageRow = { readonly part: Part; readonly asks: Permission | null }

const open: PageRow = { part: 'public', asks: null }
const inside = (asks: Permission): PageRow => ({ part: 'member', asks })
const atDesk = (asks: Permission): PageRow => ({ part: 'staff', asks })

/** The product whose page a test looks at: of every page there is one of iWmo, but one. */
export const exampleProduct = (address: string): Product =>
  /\/(?:raadplegen|signalen)(?:\/|$)/.test(address) ? 'wlz-registertoets' : 'iwmo'

/** Every page, by its address. */
export const PAGE_ROWS: Readonly<Record<string, PageRow>> = {
  '/': open,
  '/geen-toegang/[reden]': open,
  '/help': open,
  '/adres-bevestigen': open,
  '/inloggen': open,
  '/opnieuw-inloggen': open,
  '/privacy': open,
  '/servicedesk/inloggen': open,
  '/toegankelijkheid': open,
  '/uitgelogd': open,
  // Every address that nothing else answers.
  '/[...pad]': open,
  '/persoonlijke-instellingen': { part: 'profile', asks: 'profile.read' },
  '/verificatie': { part: 'verification', asks: 'code.verify' },
  '/dashboard': inside('dashboard.read'),
  '/mijn/gegevens': inside('profile.read'),
  '/mijn/sessies': inside('session.own'),
  '/mijn/meldingen': inside('notification.own'),
  '/producten/[product]/berichten': inside('bericht.list'),
  '/producten/[product]/berichten/zoeken': inside('bericht.read'),
  '/producten/[product]/berichten/weergaven': inside('bericht.list'),
  '/producten/[product]/berichten/resultaat': inside('bericht.list'),
  '/producten/[product]/berichten/[berichtId]': inside('bericht.read'),
  '/producten/[product]/berichten/[berichtId]/beantwoorden': inside('bericht.deliver'),
  '/producten/[product]/berichten/[berichtId]/inhoud': inside('bericht.read'),
  '/producten/[product]/berichten/[berichtId]/vergelijking': inside('bericht.read'),
  '/producten/[product]/berichten/[berichtId]/xml': inside('bericht.read'),
  '/producten/[product]/berichten/[berichtId]/bsn': inside('bericht.read'),
  '/producten/[product]/berichten/[berichtId]/intrekken': inside('bericht.read'),
  '/producten/[product]/berichten/[berichtId]/opnieuw-verzenden': inside('bericht.read'),
  '/producten/[product]/wacht-op-antwoord': inside('bericht.list'),
  '/producten/[product]/eigen-bijdrage': inside('bericht.list'),
  '/producten/[product]/raadplegen': inside('wlz.consult'),
  '/producten/[product]/signalen': inside('wlz.read-signals'),
  '/producten/[product]/signalen/[signaalId]': inside('wlz.read-signals'),
  '/producten/[product]/instellingen': inside('settings.read'),
  '/beheer/gebruikers': inside('member.read'),
  '/beheer/gebruikers/[id]': inside('member.read'),
  '/beheer/gebruikers/[id]/blokkeren': inside('member.read'),
  '/beheer/logboek': inside('log.read'),
  '/servicedesk/gemeenten': atDesk('organisation.read'),
  '/servicedesk/gemeenten/[id]': atDesk('organisation.read'),
  '/servicedesk/gemeenten/[id]/rollen/[memberId]': atDesk('organisation.read'),
  '/servicedesk/gemeenten/[id]/overeenkomsten/[agreementId]/intrekken': atDesk('organisation.read'),
  '/servicedesk/logboek': atDesk('log.read-all'),
  '/servicedesk/keten': atDesk('chain.read'),
  '/servicedesk/sessies': atDesk('staff-session.own'),
  '/servicedesk/zoeken': atDesk('reference.search'),
}

/** Every server action: what its use case asks for (the first save of a profile and later changes are two). */
export const ACTION_ROWS: Readonly<Record<string, readonly Permission[]>> = {
  saveProfileAction: ['profile.save', 'profile.change'],
  verifyCodeAction: ['code.verify'],
  requestCodeAction: ['code.request'],
  searchClientAction: ['bericht.read'],
  withdrawBerichtAction: ['bericht.withdraw'],
  resendBerichtAction: ['bericht.resend'],
  saveViewAction: ['bericht.list'],
  removeViewAction: ['bericht.list'],
  showBsnAction: ['bericht.read'],
  answerRetourAction: ['bericht.deliver'],
  answerRequestAction: ['bericht.deliver'],
  answerDeclarationAction: ['bericht.deliver'],
  consultRegisterAction: ['wlz.consult'],
  showSignalBsnAction: ['wlz.read-signals'],
  orderResendAction: ['chain.resend'],
  changeSettingsAction: ['settings.change'],
  changeConnectionAction: ['settings.change'],
  changeSignalsAction: ['settings.change'],
  changeSoortenAction: ['settings.change'],
  askAddressAction: ['settings.change'],
  restoreSettingsAction: ['settings.change'],
  testConnectionAction: ['settings.change'],
  saveRolesAction: ['member.grant-role'],
  issueCodeAction: ['code.issue'],
  blockMemberAction: ['member.block'],
  unblockMemberAction: ['member.block'],
  endMemberSessionAction: ['member.end-session'],
  endOwnSessionAction: ['session.own'],
  savePreferencesAction: ['notification.own'],
  markReadAction: ['notification.own'],
  endStaffSessionAction: ['staff-session.own'],
  registerGemeenteAction: ['organisation.register'],
  registerAgreementAction: ['agreement.register'],
  withdrawAgreementAction: ['agreement.register'],
  nominateManagerAction: ['manager.nominate'],
  withdrawNominationAction: ['manager.nominate'],
  issueManagerCodeAction: ['manager-code.issue'],
  saveManagerRolesAction: ['manager.grant-role'],
}

/** Every call of the HTTP interface. `session`: a live session, whoever's. `open`: anybody, from our own pages when it changes something. */
export const CALL_ROWS: Readonly<Record<string, Permission | 'session' | 'open'>> = {
  'GET /api/auth/[...nextauth]': 'open',
  'POST /api/adres-bevestigen': 'open',
  'POST /api/inloggen': 'open',
  'POST /api/uitloggen': 'open',
  'GET /api/health/live': 'open',
  'GET /api/health/ready': 'open',
  'POST /api/sessie/concept': 'draft.keep',
  'POST /api/sessie/verlengen': 'session',
  'GET /api/sessie/verlengen': 'session',
  'GET /mijn/gegevens/download': 'profile.read',
  'GET /api/berichten/gebeurtenissen': 'bericht.list',
  'POST /api/berichten/[product]': 'bericht.deliver',
  'GET /api/berichten/[product]': 'bericht.list',
  'GET /api/berichten/[product]/export': 'bericht.list',
  'POST /api/berichten/[product]/formulier': 'bericht.deliver',
  'POST /api/berichten/[product]/uploads': 'bericht.deliver',
  'HEAD /api/berichten/[product]/uploads/[uploadId]': 'bericht.deliver',
  'PATCH /api/berichten/[product]/uploads/[uploadId]': 'bericht.deliver',
  'DELETE /api/berichten/[product]/uploads/[uploadId]': 'bericht.deliver',
  'POST /api/berichten/[product]/uploads/[uploadId]/aanleveren': 'bericht.deliver',
  'POST /api/berichten/[product]/ophalen': 'bericht.fetch',
  'GET /api/berichten/[product]/[berichtId]': 'bericht.read',
  'POST /api/berichten/[product]/[berichtId]/intrekken': 'bericht.withdraw',
  'GET /api/berichten/[product]/[berichtId]/inhoud': 'bericht.fetch',
  'HEAD /api/berichten/[product]/[berichtId]/inhoud': 'bericht.fetch',
}

/** The catch-all under /api that answers 404 to every method. */
export const NOTHING_THERE = '/api/[...onbekend]'
