'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#/app/_server/define-action.ts'
import { listHref, viewsHref } from '#/app/(portaal)/producten/[product]/berichten/filter-address.ts'
import { removeView, saveView } from '#/lib/berichten/views/saved-views.ts'
import { RemoveView, SaveViewForm } from '#/lib/berichten/views/view-form.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const FIELD_FAULTS = ['name', 'tooLong', 'number'] as const

/** Keeps the filters of the list under a name. */
export const saveViewAction = defineAction({
  schema: SaveViewForm,
  run: saveView,
  fieldWording: (message, { locale }) =>
    translator(locale, 'berichten')(`views.errors.${FIELD_FAULTS.find((known) => known === message) ?? 'other'}`),
  wording: (error, { locale }) => {
    const message = translator(locale, 'berichten')(`views.errors.${error}`)
    return error === 'taken' ? { field: 'naam', message } : message
  },
  onOk: async ({ product, filters }) => redirect(listHref(product, filters)),
})

/** Forgets one of the own views. */
export const removeViewAction = defineAction({
  schema: RemoveView,
  run: removeView,
  fieldWording: (_message, { locale }) => translator(locale, 'berichten')('views.errors.other'),
  wording: (error, { locale }) => translator(locale, 'berichten')(`views.errors.${error}`),
  onOk: async (product) => redirect(`${viewsHref(product, {})}?gedaan=verwijderd`),
})
