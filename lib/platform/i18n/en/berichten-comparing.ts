import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { comparingWords as nl } from '#/lib/platform/i18n/nl/berichten-comparing.ts'

export const comparingWords: Copy<typeof nl> = {
  link: 'See what changed',
  crumb: 'Comparison',
  title: 'What {name} changes',
  lead: 'Compared with {name} of {moment}. Numbers of persons (BSN) are masked.',
  earlier: 'Open the earlier message',
  nothing: 'Nothing changed',
  nothingText: 'All {count, number} fields are the same in both messages.',
  same: '{count, plural, =0 {No other fields.} one {1 other field stayed the same.} other {# other fields stayed the same.}}',
  whole: 'General',
  field: 'Field',
  was: 'Was',
  now: 'Becomes',
  absent: 'Not filled in',
  masked: 'Changed, and masked here',
  caption: { changed: '{title}: changed', added: '{title}: new', removed: '{title}: dropped' },
  unreadable: {
    bericht: 'This message cannot be read',
    earlier: 'The earlier message cannot be read',
  },
}
