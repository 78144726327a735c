import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { mail as nl } from '#/lib/platform/i18n/nl/mail.ts'

export const mail: Copy<typeof nl> = {
  frame: {
    about: 'It is about {gemeente}.',
    open: 'Go to the portal',
    confirm: 'Look and confirm',
    help: 'Need help? Call the service desk: {phone} ({hours}).',
    never: 'We never ask you for a password or a code by mail.',
    noReply: 'You cannot reply to this mail.',
  },
  notification: {
    subjects: {
      NIEUWE_BERICHTEN: '{amount, plural, one {New {product} message} other {# new {product} messages}}',
      KETENFOUT: 'Error from the chain ({product})',
      TERMIJN: 'Answer {product} messages in time',
      CERTIFICAAT:
        '{amount, plural, =0 {The certificate of your software has expired ({product})} other {The certificate of your software is about to expire ({product})}}',
      INSTELLINGEN: 'The settings of {product} were changed',
      several: 'New notifications in Portaal Zorg',
    },
    lines: {
      NIEUWE_BERICHTEN:
        '{amount, plural, one {1 new {product} message has come in.} other {# new {product} messages have come in.}}',
      KETENFOUT:
        '{amount, plural, one {The chain refuses 1 {product} message that your municipality delivered. The portal says why, and what you can do.} other {The chain refuses # {product} messages that your municipality delivered. The portal says why, and what you can do.}}',
      TERMIJN:
        '{amount, plural, one {Your municipality must answer 1 {product} message today or the next working day.} other {Your municipality must answer # {product} messages today or the next working day.}}',
      CERTIFICAAT:
        '{amount, plural, =0 {The certificate of your software for {product} has expired. Your software is no longer let in. Fill in a new certificate in the portal.} other {The certificate of your software for {product} expires within # days. Ask for a new certificate and fill it in in the portal.}}',
      INSTELLINGEN:
        'A colleague changed the settings of {product}. The portal shows what was changed. Is it not right? Put it back and ask what happened.',
    },
    why: 'You get this mail because you have a role in Portaal Zorg. At "My details" you choose which notifications come by mail.',
  },
  'new-user-waiting': {
    subject: 'A new user is waiting for you in Portaal Zorg',
    person:
      'A new user of your municipality has registered. Establish who this person is, make a verification code and hand the code to this person yourself.',
    servicedesk:
      'A new user has registered with a municipality without a user administrator. Establish who this person is and make a verification code.',
  },
  'new-code-requested': {
    subject: 'A user asks for a new verification code',
    person:
      'A user of your municipality asks for a new verification code. Establish who this person is, make a new code and hand the code to this person yourself. The old code then no longer works.',
    servicedesk:
      'A user of a municipality without a user administrator asks for a new verification code. Establish who this person is and make a new code.',
  },
  'code-locked': {
    subject: 'A user gave a wrong verification code ten times',
    person:
      'A user of your municipality gave a wrong verification code ten times. The code no longer works. Ask this person what happened. Is it all right? Then make a new code and hand the code to this person yourself.',
    servicedesk:
      'A user of a municipality without a user administrator gave a wrong verification code ten times. The code no longer works. Ask this person what happened, and then make a new code.',
  },
  'own-code-locked': {
    subject: 'Your verification code for Portaal Zorg no longer works',
    person:
      'A wrong verification code was given ten times with your account. Your code no longer works. Ask for a new code in the portal. Was this not you? Then call the service desk at once.',
  },
  'manager-added': {
    subject: 'Your municipality has one more user administrator in Portaal Zorg',
    person:
      'The service desk has made somebody of your municipality user administrator. Log in to see who it is. Is it not right? Block this person and call the service desk.',
    servicedesk:
      'A municipality has one more user administrator. Is it not right? Look in the log of this municipality.',
  },
  'chain-outage': {
    subject: 'The chain takes no messages in',
    person:
      'Messages of gemeenten do not arrive at VECOZO or the CAK. The portal tries again by itself and nothing gets lost. Look in the portal what goes wrong.',
  },
  'certificate-of-other': {
    subject: 'A certificate already belongs to another municipality',
    person:
      'Somebody of a municipality tried to save a client certificate that another municipality already has. Find out whose it is. The log says who it was, with the fingerprint of the certificate.',
  },
  'certificate-expires': {
    subject: 'The certificate of your software is about to expire',
    person:
      'The client certificate with which your software comes to Portaal Zorg is about to expire, or has expired. After that your software is no longer let in. Request a new certificate in time and have the product manager fill it in at the settings.',
    servicedesk:
      'The client certificate of a gemeente without a user administrator is about to expire, or has expired.',
  },
  'confirm-address': {
    subject: 'Confirm this address for notices of Portaal Zorg',
    person:
      'Your municipality wants to send notices of Portaal Zorg to this address. Do you want that? Then open the page below within seven days and confirm it. If you do not want it, you need not do anything: you will get no notices.',
  },
  'connection-changed': {
    subject: 'The connection of your municipality has changed',
    person:
      'A product administrator of your municipality has changed how Portaal Zorg exchanges messages with your software. Is that right? Then you need not do anything. Does nobody know of it? Call the service desk at once. Your municipality gave this address for notices.',
  },
  'wlz-unusual': {
    subject: 'Somebody consults the Wlz register more often than usual',
    person:
      'Somebody of your gemeente consulted the Wlz register unusually often within an hour. Look in the log who it is, and ask whether that is right.',
    servicedesk:
      'Somebody of a gemeente without a user administrator consulted the Wlz register unusually often within an hour. Look in the log of this gemeente.',
  },
  'wlz-signals': {
    subject: 'There are new Wlz signals in Portaal Zorg',
    person:
      'One or more residents of your municipality with a Wmo provision have a Wlz indication. Log in to see whom it is about. Your municipality gave this address for notices.',
  },
  'roles-changed': {
    subject: 'Your roles in Portaal Zorg have changed',
    person:
      'Your roles have been changed. Log in to see what you can do now. Is this not right? Contact your user administrator.',
  },
  'profile-changed': {
    subject: 'Your details in Portaal Zorg have changed',
    person:
      'Your personal settings have been changed. Was this not you? Then call your user administrator or the service desk at once.',
  },
  'account-blocked': {
    subject: 'You can no longer log in to Portaal Zorg',
    person:
      'Your access to Portaal Zorg has been blocked. You can no longer log in. Is this not right? Contact your user administrator.',
  },
  'delivered-infected': {
    subject: 'A file that you delivered contains a virus',
    person:
      'A file that you delivered contains a virus. We have deleted it and not passed it on. Log in to see which file it is, and contact the IT department of your municipality.',
  },
  'received-infected': {
    subject: 'A message for your municipality contains a virus',
    person:
      'There was a virus in a message for your municipality. We have deleted the content. Log in to see who sent it, and ask the sender to send it again. Your municipality gave this address for notifications.',
  },
  'berichten-received': {
    subject: 'There are messages for your municipality in Portaal Zorg',
    person:
      'One or more messages have arrived for your municipality. Log in to fetch them. Your municipality gave this address for notifications.',
  },
}
