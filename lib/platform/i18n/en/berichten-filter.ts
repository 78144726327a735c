import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { filterWords as dutch } from '#/lib/platform/i18n/nl/berichten-filter.ts'

export const filterWords: Copy<typeof dutch> = {
  title: 'Filters',
  open: 'Filters ({count})',
  apply: 'Apply filter',
  clear: 'Clear all filters',
  all: 'All',
  richting: 'Direction',
  status: 'Status',
  soort: 'Type',
  van: 'From',
  tot: 'Up to and including',
  q: 'Search by number or file',
  active: 'Active filters',
  chips: {
    aandacht: '{value}',
    richting: 'Direction: {value}',
    status: 'Status: {value}',
    soort: 'Type: {value}',
    van: 'From {value}',
    tot: 'Up to and including {value}',
    q: 'Search: {value}',
    client: 'Searched by BSN',
  },
}
