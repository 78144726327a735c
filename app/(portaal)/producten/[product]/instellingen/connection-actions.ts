'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#/app/_server/define-action.ts'
import { conflictOf } from '#/app/(portaal)/producten/[product]/instellingen/setting-words.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { certificateText, LONGEST_CERTIFICATE_FILE } from '#/lib/settings/certificate-text.ts'
import { changeConnection } from '#/lib/settings/change-connection.ts'
import { ChangeConnection, TestConnection } from '#/lib/settings/connection-schema.ts'
import { testConnection } from '#/lib/settings/test-connection.ts'

const FIELD_FAULTS = [
  'channel',
  'endpoint',
  'endpointNeeded',
  'stufVersion',
  'oin',
  'certificate',
  'certificateNeeded',
] as const
/** Faults that are about one field, by the beginning of their name. */
const FIELDS = ['endpoint', 'oin', 'certificate'] as const

/** Saves how berichten reach the software of the gemeente. */
export const changeConnectionAction = defineAction({
  schema: ChangeConnection,
  file: {
    name: 'certificateFile',
    into: 'certificate',
    longestBytes: LONGEST_CERTIFICATE_FILE,
    read: certificateText,
  },
  run: changeConnection,
  fieldWording: (message, { locale }) => {
    const fault = FIELD_FAULTS.find((known) => known === message) ?? 'other'
    return translator(locale, 'settings')(`connection.errors.${fault}`)
  },
  wording: (error, { locale }) => {
    const fault = typeof error === 'string' ? error : error.kind
    const message = translator(locale, 'settings')(`connection.errors.${fault}`)
    const field = FIELDS.find((name) => fault.startsWith(name))
    return field ? { field, message } : message
  },
  conflict: (error, { locale }) => conflictOf(error, locale),
  onOk: async (_value, { locale }) => {
    revalidatePath('/producten/[product]/instellingen', 'page')
    return translator(locale, 'settings')('connection.saved')
  },
})

/** Tries the connection that is in force. */
export const testConnectionAction = defineAction({
  schema: TestConnection,
  run: testConnection,
  fieldWording: (_message, { locale }) => translator(locale, 'settings')('connection.errors.other'),
  wording: (error, { locale }) => {
    const t = translator(locale, 'settings')
    if (error === 'no_endpoint' || error === 'too_often') return t(`connection.errors.${error}`)
    const what = t(`connection.failures.${error.kind}`)
    return error.code === null ? what : `${what} (${error.code})`
  },
  onOk: async ({ status, milliseconds }, { locale }) =>
    translator(locale, 'settings')('connection.tested', { status: String(status), milliseconds }),
})
