import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { permissionWords as nl } from '#/lib/platform/i18n/nl/beheer-permissions.ts'

export const permissionWords: Copy<typeof nl> = {
  bericht: {
    list: 'look at the list of messages',
    read: 'look at a message',
    deliver: 'deliver a message',
    fetch: 'fetch a message',
    withdraw: 'withdraw a message',
    receive: 'bring in a message',
    expire: 'delete the content of messages',
    scan: 'scan messages for viruses',
    send: 'send messages',
    'deliver-by-software': 'deliver messages by software',
    resend: 'send messages again',
    watch: 'watch the terms of messages',
  },
  content: { 'rotate-keys': 'put the content of messages under another master key' },
  certificate: { watch: 'watch the certificates of gemeenten' },
  outdated: { delete: 'delete data whose retention term is over' },
  chain: { read: 'look at the state of the chain', resend: 'have a message sent again' },
  wlz: {
    consult: 'consult the Wlz register',
    'consult-by-software': 'consult the Wlz register with software',
    'read-signals': 'view Wlz signals',
    watch: 'compare residents with the Wlz register',
  },
  settings: { read: 'look at settings', change: 'change settings' },
  member: {
    read: 'look at users',
    'grant-role': 'give roles',
    block: 'block a user',
    'end-session': 'end a session of somebody else',
  },
  code: {
    issue: 'make a verification code',
    verify: 'use a verification code',
    request: 'ask for a verification code',
  },
  log: { read: 'read the log', 'read-all': 'read the log of all municipalities' },
  profile: {
    save: 'fill in the personal settings',
    change: 'change the own details',
    read: 'look at the own details',
  },
  draft: { keep: 'keep a half filled in form' },
  dashboard: { read: 'look at the dashboard' },
  session: { own: 'look at the own sessions' },
  'staff-session': { own: 'look at the own sessions' },
  organisation: { read: 'look at municipalities', register: 'register a municipality' },
  agreement: { register: 'register an agreement' },
  'manager-code': { issue: 'make a code for a user administrator' },
  manager: {
    'grant-role': 'give roles to a user administrator',
    nominate: 'nominate somebody as user administrator',
  },
  reference: { search: 'search for a reference' },
}
