import type { Copy } from '#/lib/platform/i18n/copy.ts'
import { serverProblem } from '#/lib/platform/i18n/en/errors-server.ts'
import type { errors as nl } from '#/lib/platform/i18n/nl/errors.ts'

export const errors: Copy<typeof nl> = {
  notFound: {
    title: 'This page does not exist (any more)',
    what: 'The address may not be quite right, the page may have moved, or what you are looking for was removed.',
    step1: 'Check the address, above all if you typed it.',
    step2: 'Or go to the start and look from there.',
  },
  forbidden: {
    title: 'You may not see this page',
    what: 'This page needs a role that you do not have now. Nothing was changed.',
    step1: 'If you need this page for your work, ask the user administrator of your municipality for the role.',
    step2: 'If you have just been given the role, open the page again. You do not have to log in again.',
  },
  method: {
    title: 'This is not possible on this page',
    what: 'Your browser or program asked for something that this page cannot do. Nothing was changed.',
    step1: 'Open the page as usual: by a link or by filling in the address.',
    step2: 'Or go to the start and look from there.',
  },
  unreadable: {
    title: 'We could not read your form',
    what: 'What we received was incomplete or in a form that the portal does not know. Nothing was saved or changed.',
    step1: 'Go back in your browser, load the page again and fill in the form once more.',
    step2: 'Does it still not work? Call the service desk and mention the reference.',
  },
  outdated: {
    title: 'This page has been renewed in the meantime',
    what: 'The portal was updated while your page was open, so we could not process your form. Nothing was saved or changed.',
    step1: 'Go back in your browser: what you filled in is usually still there. Copy it if you need to.',
    step2: 'Load the page again and send the form once more.',
  },
  tooLarge: {
    title: 'Your form is too large',
    what: 'What you sent is larger than a form of the portal may be. Nothing was saved or changed.',
    step1: 'Go back in your browser and make the text shorter.',
    step2: 'Do you want to deliver a file? You do that on the page Messages.',
  },
  call: {
    title: 'This did not work',
    step1: 'Go back to the previous page. Reload that page if needed: then you see how things stand now.',
    wait: 'Wait a moment, go back to the previous page and try again.',
    step2: 'Does it still not work? Call the service desk and mention the reference.',
    back: 'Back to the previous page',
  },
  server: serverProblem.server,
  api: {
    unauthenticated: 'You are not logged in, or your session has ended. Log in again.',
    forbidden: 'You do not have the role for this, or your registration is not complete yet.',
    foreign: 'This request did not come from a page of this portal and was not carried out.',
    network: 'This portal cannot be used from this network.',
    notFound: 'This does not exist (any more).',
    unexpected: 'Something went wrong in the portal. Mention the reference when you call the service desk.',
    method: 'This address does not know this method.',
    tooLarge: 'This request is too large. Nothing was changed.',
    unreadable: 'The portal could not read this request. Nothing was changed.',
  },
  action: {
    unexpected:
      'Something went wrong in the portal. Nothing was saved; what you filled in is still below. Try again. Reference for the service desk: {reference}',
    tooOften:
      'You are doing this more often than is possible. Try again in {minutes, plural, one {1 minute} other {# minutes}}.',
  },
  whatNow: 'What can you do?',
  home: 'To the start',
  again: 'Load the page again',
  help: serverProblem.help,
}
