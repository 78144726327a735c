'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#/app/_server/define-action.ts'
import { filtersOf, listHref } from '#/app/(portaal)/producten/[product]/berichten/filter-address.ts'
import { SearchClient, searchClient } from '#/lib/berichten/search/search-client.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const SEARCH_FAULTS = ['bsnForm', 'bsnProof'] as const

/** Looks for the berichten about a client. No draft: a Bsn is kept nowhere. */
export const searchClientAction = defineAction({
  schema: SearchClient,
  run: searchClient,
  fieldWording: (message, { locale }) =>
    translator(locale, 'berichten')(`search.errors.${SEARCH_FAULTS.find((known) => known === message) ?? 'other'}`),
  wording: (error, { locale }) => translator(locale, 'berichten')(`search.errors.${error}`),
  onOk: async ({ product, query }) => redirect(listHref(product, filtersOf(query))),
})
