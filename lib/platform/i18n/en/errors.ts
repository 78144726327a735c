import type { Copy } from '#/lib/platform/i18n/copy.ts'
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
    step2: 'A new role works at once. You do not have to log in again.',
  },
  server: {
    title: 'Sorry, there is a problem',
    what: 'The portal cannot show this page now. It is not your fault.',
    kept: 'What you saved before has been kept. What you were typing may not have been.',
    step1: 'Try again.',
    step2: 'If it still does not work, wait a few minutes or call the service desk.',
    retry: 'Try again',
    reference: 'Reference for the service desk:',
  },
  home: 'To the start',
}
