import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { searchWords as dutch } from '#/lib/platform/i18n/nl/berichten-search.ts'

export const searchWords: Copy<typeof dutch> = {
  title: 'Search by BSN',
  bsn: 'Citizen service number (BSN)',
  lead: 'You find messages whose content is still in the portal. Your search is recorded in the log.',
  notEigenBijdrage:
    'You do not find messages about the personal contribution here: the portal does not read their content.',
  hint: '9 digits, with or without spaces.',
  submit: 'Search messages',
  busy: 'Searching …',
  expired: 'Your search by BSN is no longer valid',
  expiredText: 'Search again. A search is valid for fifteen minutes. All messages are shown below.',
  errors: {
    bsnForm: 'Enter a BSN of 9 digits.',
    bsnProof: 'This BSN does not exist. Check the digits.',
    too_often: 'You searched by BSN too often this hour. Try again in an hour.',
    other: 'The portal cannot read this. Reload the page.',
  },
}
