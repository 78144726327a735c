import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { dashboard as nl } from '#/lib/platform/i18n/nl/dashboard.ts'

export const dashboard: Copy<typeof nl> = {
  title: 'Dashboard',
  welcome: 'Welcome, {name}.',
  attention: 'Needs attention',
  nothing: 'Nothing is waiting for you.',
  toAnswer: 'To answer',
  toAnswerNote: '{late, plural, =0 {nothing late} one {1 late} other {{many} late}}',
  available: 'New messages',
  availableNote: 'ready to fetch',
  faults: 'Errors',
  faultsNote: 'in the last 30 days',
  waiting: 'Waiting for a code',
  waitingNote: 'new colleagues',
  traffic: 'Messages in the last 8 weeks',
  trafficTable: 'Show as a table',
  week: 'Week from',
  delivered: 'Delivered',
  received: 'Received',
  roles: 'My roles',
  product: 'Product',
  role: 'Role',
  noRole: 'No role',
  managerToo: 'You are a user administrator, too.',
  open: 'Open {product}',
  noneTitle: 'You do not have a role for a product yet',
  none: 'You are logged in and your registration is complete. To work you need a role for each product.',
  noneManagerTitle: 'Your role: user administrator',
  noneManager:
    'You decide who of your municipality works with the portal. To work with a product yourself you need a role for that product:',
  noneRoles: {
    GEBRUIKER: 'User: deliver, fetch and read messages, or consult the Wlz-Registertoets.',
    PRODUCTBEHEERDER: 'Product administrator: keep the settings of a product.',
  },
  whoTitle: 'Who can give you a role?',
  who: 'Your user administrator: {names}.',
  whoSelf:
    'You are a user administrator, but you cannot give yourself a role. Ask another user administrator of your municipality: {names}. Or ask the service desk: {phone}.',
  whoSelfAlone: 'You are a user administrator, but you cannot give yourself a role. Ask the service desk: {phone}.',
  whoNobody: 'Your municipality has no user administrator yet. Call the service desk: {phone}.',
  after: 'A new role works as soon as you open the next page.',
}
