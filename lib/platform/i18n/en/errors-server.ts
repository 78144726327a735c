import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { serverProblem as nl } from '#/lib/platform/i18n/nl/errors-server.ts'

/** What the error pages of the browser say. */
export const serverProblem: Copy<typeof nl> = {
  server: {
    title: 'Sorry, there is a problem',
    what: 'The portal cannot show this page now. It is not your fault.',
    kept: 'What you saved before has been kept. What you were typing may not have been.',
    step1: 'Try again.',
    step2: 'If it still does not work, wait a few minutes or call the service desk.',
    retry: 'Try again',
    reference: 'Reference for the service desk:',
  },
  help: 'To the help page',
}
