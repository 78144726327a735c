import type { Copy } from '#/lib/platform/i18n/copy.ts'
import { connectionWords } from '#/lib/platform/i18n/en/settings-connection.ts'
import type { settings as nl } from '#/lib/platform/i18n/nl/settings.ts'

export const settings: Copy<typeof nl> = {
  title: 'Settings {product}',
  lead: 'Here you decide how the portal works with {product} for your municipality. Every change is kept in the history.',
  tabs: {
    berichten: 'Messages',
    wachten: 'Awaiting an answer',
    eigenBijdrage: 'Personal contribution',
    instellingen: 'Settings',
  },
  addresses: 'E-mail addresses for notices',
  addressesHint:
    'One address per line, ten at most. We tell these addresses that something has come in. The mail holds no names or other personal data.',
  retention: 'How long do we keep the content of messages?',
  retentionHint: 'After that we delete the content. The data about the message (kind, date, status) stay.',
  retentions: {
    TWEE_MAANDEN: 'Two months',
    DAG_NA_OPHALEN: '24 hours after a message was fetched, and two months at most',
  },
  submit: 'Save settings',
  saved: 'The settings have been saved. They take effect at once.',
  lastChanged: 'Last changed by {name} on {moment}.',
  neverChanged: 'Never changed: these are the default settings.',
  history: 'History',
  historyEmpty: 'Nothing has been changed yet.',
  historyColumns: { when: 'When', who: 'Who', version: 'Version', what: 'What', from: 'Was', to: 'Became' },
  conflict: { field: 'What', now: 'Holds now', filled: 'What you filled in' },
  restore: {
    title: 'Earlier versions',
    lead: 'You can put an earlier version back. It becomes a new version then; the history stays.',
    summary: 'Version {version}: {name}, {moment}',
    earlier: 'Stood there then',
    same: 'This version equals what holds now.',
    submit: 'Put this version back',
    of: 'version {version} put back',
    done: 'Version {version} has been put back and takes effect at once.',
  },
  channels: { PORTAAL: 'Fetch in the portal', WEBSERVICE: 'Forward to our software (web service)' },
  stufVersions: { '0210': 'StUF-GGk 2.1 (0210)' },
  fields: {
    notificationAddresses: 'E-mail addresses for notices',
    retention: 'Retention',
    channel: 'Receiving',
    endpoint: 'Address of the web service',
    stufVersion: 'Version of StUF-GGk',
    oin: 'OIN of the software',
    clientCertificate: 'Client certificate',
    signals: 'Wlz signals',
    inactiveSoorten: 'Message types that are off',
  },
  signals: { UIT: 'off', AAN: 'on' },
  connection: connectionWords,
  addressStatus: {
    title: 'Confirmed addresses',
    lead: 'An address gets notices once its owner has confirmed it, with the link in our mail. The link works for seven days.',
    confirmed: 'confirmed',
    waiting: 'not confirmed yet',
    again: 'Send the mail again',
    sent: 'The mail has been sent again. The link in the mail before it does not work any more.',
    errors: {
      gone: 'This address was removed, or is confirmed already. Reload the page.',
      too_many: 'You have sent this mail a few times just now. Try again in an hour.',
    },
  },
  soorten: {
    title: 'Message types',
    lead: 'What you switch off cannot be delivered any more by your colleagues or your software. A provider who sends it all the same gets an error message. What was exchanged before stays.',
    deliver: 'Your municipality delivers',
    receive: 'Your municipality receives',
    submit: 'Save message types',
    saved: 'The message types have been saved. The choice takes effect at once.',
  },
  nothing: 'none',
  errors: {
    email: 'One of the addresses is not right. Write each address as name@municipality.nl, on a line of its own.',
    tooMany: 'Fill in ten addresses at most.',
    retention: 'Choose how long content is kept.',
    changed_meanwhile:
      'A colleague has just changed the settings. Nothing was overwritten. Below you see what holds now and what you filled in. What you typed is still there: change it where needed and save again.',
    login_again:
      'You logged in more than ten minutes ago. Log in again for this change: log out and in again, then save.',
    nothing_changed: 'You have changed nothing, so nothing was saved.',
    other: 'Reload the page and try again.',
  },
}
