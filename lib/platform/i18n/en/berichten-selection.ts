import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { selectionWords as dutch } from '#/lib/platform/i18n/nl/berichten-selection.ts'

export const selectionWords: Copy<typeof dutch> = {
  row: 'Select {name}',
  column: 'Selection',
  label: 'Selection',
  none: 'Tick messages to fetch them together',
  one: '1 message selected',
  many: '{count} messages selected',
  elsewhere: '{count} on other pages',
  fetch: 'Fetch as zip',
  all: 'Select all',
  clear: 'Clear',
  tooMany: 'At most {most} messages go into one zip.',
  fetchAll: 'All {count, number} messages found in one zip',
  nothing: 'First tick what you want to fetch',
}
