import { isDeepStrictEqual } from 'node:util'
import { describeCertificate } from '#/lib/settings/client-certificate.ts'
import {
  SETTINGS_FIELDS,
  type SettingsChangeView,
  type SettingsChoice,
  type SettingsField,
} from '#/lib/settings/schema.ts'
import { signalChoice } from '#/lib/settings/signals-schema.ts'

type Words<F extends SettingsField> = (value: SettingsChoice[F]) => readonly string[]

const text = (value: string | null) => (value === null ? [] : [value])

/** A certificate as the history shows it: whose it is, until when, and the beginning of its fingerprint. */
function certificateWords(pem: string | null): readonly string[] {
  const view = pem === null ? null : describeCertificate(pem)
  if (view === null) return []
  return [`${view.subject} (${view.validUntil.toISOString().slice(0, 10)}, ${view.fingerprint.slice(0, 16)})`]
}

/** Each choice as the history keeps it. Names of choices become words where they are shown. */
const WORDS: { readonly [F in SettingsField]: Words<F> } = {
  notificationAddresses: (addresses) => addresses,
  retention: text,
  channel: text,
  endpoint: text,
  stufVersion: text,
  oin: text,
  clientCertificate: certificateWords,
  inactiveSoorten: (soorten) => soorten,
  signals: (isOn) => [signalChoice(isOn)],
}

/** What is chosen for one field, as the history keeps it. */
export function wordsOf<F extends SettingsField>(chosen: SettingsChoice, field: F): readonly string[] {
  const words: Words<F> = WORDS[field]
  return words(chosen[field])
}

/** The fields in which two choices differ, with what stood there and what stands there now. */
export function changedFields(
  now: SettingsChoice,
  next: SettingsChoice,
): readonly Pick<SettingsChangeView, 'field' | 'from' | 'to'>[] {
  return SETTINGS_FIELDS.filter((field) => !isDeepStrictEqual(now[field], next[field])).map((field) => ({
    field,
    from: wordsOf(now, field),
    to: wordsOf(next, field),
  }))
}
