/** The daily Wlz-signalen. */
export const signalWords = {
  tab: 'Signals',
  title: 'Wlz signals',
  lead: 'Residents with a running Wmo provision who have a Wlz indication according to the CIZ. We compare every day. Judge for yourself what an indication means for the provision.',
  off: 'The Wlz signals are switched off.',
  offMore: 'No new signals will come. The product manager of Wlz-Registertoets can switch them on at the settings.',
  empty: 'There are no signals.',
  emptyMore:
    'That does not mean that nobody has a Wlz indication. We only compare residents whose assignment message is still in the portal.',
  caption: 'Wlz signals, newest first',
  columns: {
    client: 'BSN',
    since: 'Wlz indication since',
    signalled: 'Found on',
    bericht: 'Assignment message',
    show: 'Show BSN',
  },
  show: 'Show BSN',
  showOf: 'of the signal about {bsn}',
  gone: 'The content of this message has been deleted. Look the message up in your own system.',
  bsn: {
    title: 'BSN of a Wlz signal',
    lead: 'Resident with BSN {bsn}, Wlz indication since {since}. The log will say that you looked at the BSN, and why.',
    back: 'Back to the signals',
    faults: {
      gone: 'The content of the assignment message has been deleted. Look the message up in your own system.',
      too_many: 'You have looked at a BSN 60 times this hour. Try again later.',
    },
  },
  settings: {
    title: 'Daily Wlz signals',
    lead: 'Every day we can ask the CIZ whether residents of your municipality with a running Wmo provision have a Wlz indication. Users of Wlz-Registertoets see the result on the page Wlz signals.',
    what: 'What we do for that, and what we do not:',
    points: {
      read: 'We read citizen service numbers from the assignment messages (WMO301) that your municipality delivered, when an assignment in it runs today. We do not keep those numbers.',
      gone: 'Has the content of an assignment message been deleted? Then we no longer compare that resident, even when the provision goes on. You choose how long content is kept at the settings of iWmo.',
      once: 'You get one signal per resident and indication. That includes an indication that was there already when you switched the signals on.',
      log: 'Every question is in the log of your municipality, as a question of the portal.',
      unknown: 'When the CIZ does not answer, we ask again later. No signal does not mean that there is no indication.',
      mail: 'The e-mail addresses for notices above get a mail without personal data.',
      youth: 'We do not compare youth care (iJw).',
    },
    legend: 'Do you want daily Wlz signals?',
    hint: 'Only switch this on when your municipality has a legal basis for it. When you switch it off, we forget at once whom we compared.',
    choices: { UIT: 'No', AAN: 'Yes, compare every day' },
    submit: 'Save Wlz signals',
    saved: {
      AAN: 'The Wlz signals are on. The first comparison begins now.',
      UIT: 'The Wlz signals are off. We no longer compare anybody.',
    },
    errors: {
      signals: 'Choose whether you want daily Wlz signals.',
      no_register: 'The Wlz register is not connected in this environment.',
      login_again:
        'You logged in more than ten minutes ago. Log in again for this change: log out and in, and then save.',
      changed_meanwhile:
        'A colleague has just changed the settings. Nothing was overwritten. Below you see what holds now and what you filled in. What you typed is still there: change it where needed and save again.',
      nothing_changed: 'You have changed nothing, so nothing was saved.',
      other: 'Reload the page and try again.',
    },
  },
} as const
