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
  server: serverProblem.server,
  api: {
    unauthenticated: 'You are not logged in, or your session has ended. Log in again.',
    forbidden: 'You do not have the role for this, or your registration is not complete yet.',
    foreign: 'This request did not come from a page of this portal and was not carried out.',
    network: 'This portal cannot be used from this network.',
    unreadable: 'The form did not arrive in one piece and was not handled. Reload the page and try again.',
    method: 'This cannot be done at this address.',
    tooLarge: 'What you sent is too large. Shorten the text and try again.',
    noForm: 'This is no form of this portal and was not handled.',
    notFound: 'This does not exist (any more).',
    unexpected: 'Something went wrong in the portal. Mention the reference when you call the service desk.',
  },
  action: {
    unexpected:
      'Something went wrong in the portal. Nothing was saved; what you filled in is still below. Try again. Reference for the service desk: {reference}',
    tooOften:
      'You are doing this more often than is possible. Try again in {minutes, plural, one {1 minute} other {# minutes}}.',
  },
  whatNow: 'What can you do?',
  home: 'To the start',
  help: serverProblem.help,
}
