import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { login as nl } from '#/lib/platform/i18n/nl/login.ts'

export const login: Copy<typeof nl> = {
  title: 'Choose how to log in',
  lead: 'You log in with the eHerkenning means of your municipality. It must be level 3 (EH3) or higher.',
  legend: 'Which supplier is your means of login from?',
  hint: 'The name is in the mail about your means, or on your card or app. If you do not know it, ask the eHerkenning administrator of your municipality.',
  lastChoice: 'Chosen last time',
  leaving:
    'After “Continue” you go to the website of your supplier. You fill in your details there. After that you come back here.',
  idle: 'If you do nothing in the portal for {minutes} minutes, we log you out. What you have typed in your personal settings is kept.',
  submit: 'Continue',
  noMeans: 'No means of login yet?',
  ended: {
    kept: 'What you had filled in has been kept.',
    verlopen: {
      title: 'Your session has expired',
      text: 'You have been logged out because you did nothing for a while. Log in again to go on where you were.',
    },
    duur: {
      title: 'Your session has expired',
      text: 'A session lasts no longer than a working day. Log in again to go on where you were.',
    },
    overeenkomst: {
      title: 'Your municipality cannot work with the portal now',
      text: 'An agreement of your municipality is no longer in force. That is why you have been logged out. Ask the contract manager of your municipality what happened.',
    },
    uitgelogd: { title: 'You are logged out', text: 'You logged out yourself. Log in again if you want to go on.' },
    vervangen: {
      title: 'Your former session has been closed',
      text: 'You logged in once more in this browser. Log in again to go on.',
    },
    code: {
      title: 'Your code is right',
      text: 'You now have to log in one more time. Close all windows of your browser first.',
    },
    geblokkeerd: {
      title: 'Your account is blocked',
      text: 'A user administrator of your municipality has blocked your account. That is why you have been logged out. Ask your user administrator why.',
    },
    rol: {
      title: 'Your roles have changed',
      text: 'A role of yours was taken away or changed. That is why you have been logged out. Log in again to go on.',
    },
    beeindigd: {
      title: 'This session was ended',
      text: 'You ended this session yourself, or your user administrator did. Log in again if you want to go on.',
    },
    sessies: {
      title: 'You were logged in at too many places',
      text: 'That is why your oldest session has been closed. Was this not you? Then call the service desk at once.',
    },
  },
  choose: 'Choose the supplier of your means of login.',
  none: 'No supplier has been connected yet. Call the service desk.',
  servicedesk: {
    title: 'Log in for the service desk',
    lead: 'This entrance is for staff of {operator}. You log in with your work account.',
    submit: 'Log in',
    wrongDoor: 'Do you work for a municipality?',
    wrongDoorLink: 'Log in with eHerkenning',
  },
  refused: {
    desk: 'Service desk',
    whatNow: 'What can you do?',
    again: 'Log in again',
    home: 'To the start page',
    support: 'When you call the service desk, mention this code:',
    supportHint: 'The code tells us what went wrong. It holds no details about you.',
    niveau: {
      title: 'We cannot let you in with this means of login',
      what: 'This portal needs eHerkenning level 3 (EH3) or higher. Your means has a lower level, or your supplier did not show which level it has. Level 3 is needed because you work with care data of citizens here. We did not let you in and stored nothing.',
      step1: 'If you also have a means of level 3 or higher, log in with that.',
      step2:
        'Otherwise ask the eHerkenning administrator of your municipality for a means of level 3. They arrange it with the supplier.',
      call: 'If you think that your means does have level 3, call your supplier.',
    },
    'organisatie-onbekend': {
      title: 'The portal does not know your organisation',
      what: 'Your login was correct, but the organisation for which you logged in is not connected to this portal.',
      step1: 'If you work for more than one organisation, log in again and choose the municipality at your supplier.',
      step2: 'If your municipality is not connected yet, the service desk will tell you how that works.',
      call: 'If your municipality is connected, call the service desk. Another Chamber of Commerce (KvK) number may be registered.',
    },
    overeenkomsten: {
      title: 'Your municipality cannot use the portal yet',
      what: 'Not all agreements of your municipality are registered as signed. These are the connection and processing agreement with {operator} and the processing agreement with VECOZO. Without them, nobody of your municipality may enter.',
      step1: 'Ask the contract manager of your municipality whether both agreements were signed and sent.',
      step2: 'If they were sent recently, wait for the confirmation of the service desk.',
      call: 'If there is a confirmation already, call the service desk.',
    },
    vestiging: {
      title: 'Your mandate is for one branch only',
      what: 'You have a mandate for one branch of your organisation. This portal works for the whole municipality and cannot use such a limited mandate.',
      step1: 'Ask the eHerkenning administrator of your municipality for a mandate that is not limited to a branch.',
      step2: 'Log in again once the mandate has been changed.',
      call: 'If you cannot solve it together, call the service desk.',
    },
    geblokkeerd: {
      title: 'Your account is blocked',
      what: 'A user administrator of your municipality has blocked your account. You cannot log in. Your details and messages have been kept.',
      step1: 'Ask a user administrator of your municipality why your account is blocked.',
      step2: 'The user administrator can lift the block. After that you can log in at once.',
      call: 'If you do not know who your user administrator is, call the service desk.',
    },
    netwerk: {
      title: 'You cannot log in from this place',
      what: 'The portal can only be reached through the network of the government (Gemnet or Diginetwerk). Your computer is using another network now.',
      step1:
        'If you work at home or on the road, first connect to the network of your municipality, for example by VPN or your digital workplace.',
      step2: 'If you are at the office, ask the IT department of your municipality for help.',
      call: 'If the IT department has no solution, let them call the service desk.',
    },
    'inloggen-mislukt': {
      title: 'Logging in did not work',
      what: 'You stopped logging in, or something went wrong. You are not logged in. Nothing was changed or stored.',
      step1: 'Try again. Use one tab of your browser and finish logging in within {minutes} minutes.',
      step2: 'If it fails again, try another browser, or call your supplier about your means of login.',
      call: 'If it keeps failing, call the service desk.',
    },
  },
  loggedOut: {
    title: 'You are logged out',
    lead: 'Your session is closed. No data stays behind in this browser.',
    shared:
      'If you share this computer, also close all windows of the browser. You may still be logged in at your supplier.',
    again: 'Log in again',
    home: 'To the start page',
  },
}
