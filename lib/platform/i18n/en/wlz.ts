import { signalWords } from '#/lib/platform/i18n/en/wlz-signals.ts'

/** Consulting the Wlz-register. */
export const wlz = {
  tab: 'Consult',
  title: 'Consult the Wlz register',
  lead: 'Ask the CIZ whether a resident had a Wlz indication on a day. Every question is in the log of your gemeente, with your name, the day and the ground.',
  bsn: 'Citizen service number (BSN)',
  bsnHint: 'Nine digits. We do not keep this number.',
  day: 'Reference date',
  dayHint: 'The day that you ask about. Not later than today.',
  ground: 'Ground',
  groundHint: 'Why do you ask this? You may consult the register for nothing else.',
  grounds: {
    'wmo-aanvraag': 'Request for a Wmo provision',
    'wmo-heronderzoek': 'Review of a Wmo provision',
    'jeugd-aanvraag': 'Request for youth care',
    signaal: 'Sign that a resident gets Wlz care',
  },
  submit: 'Ask',
  answer: {
    yes: 'Yes. On {day} there was a Wlz indication for the BSN that ends in {end}. It holds since {since}.',
    no: 'No. On {day} there was no Wlz indication for the BSN that ends in {end}.',
    facts: {
      client: 'BSN',
      day: 'Reference date',
      ground: 'Ground',
      moment: 'Asked on',
      name: 'Asked by',
      gemeente: 'Municipality',
      reference: 'Reference in the log',
    },
    print: 'Print the answer',
  },
  errors: {
    bsnForm: 'A BSN has nine digits.',
    bsnProof: 'This is no valid BSN. Check the digits.',
    peildatum: 'Fill in a day that exists.',
    future: 'The reference date lies in the future. Choose today or an earlier day.',
    grond: 'Choose why you ask this.',
    real_person: 'In the test environment you may only use a test BSN (from 999900006 up to 999999990).',
    too_often: 'You asked too often in the last hour. Try again in an hour.',
    off: 'The Wlz register is not connected in this environment.',
    unreachable:
      'The Wlz register cannot be reached now. So you do not know whether there is an indication. Try again in a few minutes.',
    timeout: 'The Wlz register did not answer in time. So you do not know whether there is an indication. Try again.',
    refused:
      'The Wlz register did not take the question. So you do not know whether there is an indication. Call the service desk.',
    unreadable:
      'The answer of the Wlz register could not be read. So you do not know whether there is an indication. Call the service desk.',
    paused: 'The Wlz register has not answered for a while. We do not ask it just now. Try again in half a minute.',
    other: 'Refresh the page and try again.',
  },
  signals: signalWords,
} as const
