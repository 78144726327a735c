import { z } from 'zod'
import { PRODUCTS } from '#/lib/access/products.ts'
import type { Channel } from '#/lib/settings/connection-schema.ts'

/** How long the content of berichten is kept. Data about a bericht stays. */
export const RETENTIONS = ['TWEE_MAANDEN', 'DAG_NA_OPHALEN'] as const
export type RetentionChoice = (typeof RETENTIONS)[number]

const MOST_ADDRESSES = 10

const splitAddresses = (value: string) =>
  value
    .split(/[\s,;]+/u)
    .map((address) => address.trim())
    .filter((address) => address.length > 0)

/** The first tab of the settings of a product. `version` is the one that the form showed. */
export const ChangeSettings = z.object({
  product: z.enum(PRODUCTS),
  version: z.coerce.number().int().min(0),
  notificationAddresses: z
    .string()
    .max(4_000, 'tooMany')
    .transform((value) => [
      ...new Map(splitAddresses(value).map((address) => [address.toLowerCase(), address])).values(),
    ])
    .pipe(z.array(z.email('email').max(254, 'email')).max(MOST_ADDRESSES, 'tooMany')),
  retention: z.enum(RETENTIONS, { error: 'retention' }),
})
export type ChangeSettings = z.infer<typeof ChangeSettings>

/** The settings of one product, as a page or a job reads them. */
export type SettingsView = {
  readonly version: number
  readonly notificationAddresses: readonly string[]
  readonly retention: RetentionChoice
  /** How berichten reach the gemeente. */
  readonly channel: Channel
  /** Address of the web service of its software. */
  readonly endpoint: string | null
  /** PEM of the certificate with which that software comes. */
  readonly clientCertificate: string | null
  /** Whether inhabitants with a Wmo provision are compared with the Wlz register every day; of the Wlz-Registertoets only. */
  readonly signals: boolean
  readonly changedByName: string | null
  readonly changedAt: Date | null
}

/** What can change, each with its place in the history. */
export const SETTINGS_FIELDS = [
  'notificationAddresses',
  'retention',
  'channel',
  'endpoint',
  'clientCertificate',
  'signals',
] as const
export type SettingsField = (typeof SETTINGS_FIELDS)[number]

/** One changed field, for the history. */
export type SettingsChangeView = {
  readonly id: string
  readonly field: SettingsField
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly changedByName: string
  readonly changedAt: Date
}

/** What holds while nobody has chosen anything. */
export const DEFAULT_SETTINGS: SettingsView = {
  version: 0,
  notificationAddresses: [],
  retention: 'TWEE_MAANDEN',
  channel: 'PORTAAL',
  endpoint: null,
  clientCertificate: null,
  signals: false,
  changedByName: null,
  changedAt: null,
}
