import { z } from 'zod'
import { BERICHT_PRODUCTS, PRODUCTS } from '#/lib/access/products.ts'
import { CHANNELS, STUF_VERSIONS } from '#/lib/settings/connection-schema.ts'

/** How long the content of berichten is kept. Data about a bericht stays. */
export const RETENTIONS = ['TWEE_MAANDEN', 'DAG_NA_OPHALEN'] as const

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

const several = (value: unknown) => (value === undefined ? [] : typeof value === 'string' ? [value] : value)

/** The third form: which berichtsoorten are exchanged. What is not ticked is not sent. */
export const ChangeSoorten = z.object({
  product: z.enum(BERICHT_PRODUCTS),
  version: z.coerce.number().int().min(0),
  actief: z.preprocess(several, z.array(z.string())),
})
export type ChangeSoorten = z.infer<typeof ChangeSoorten>

/** Puts an earlier version back. `version` is the one that the page showed as in force. */
export const RestoreSettings = z.object({
  product: z.enum(PRODUCTS),
  version: z.coerce.number().int().min(0),
  terug: z.coerce.number().int().min(1),
})
export type RestoreSettings = z.infer<typeof RestoreSettings>

/** Everything that can be chosen for a product, as it lies in its versions. What a version does not name was as delivered then. */
export const SettingsChoice = z.object({
  notificationAddresses: z.array(z.string()).default([]),
  retention: z.enum(RETENTIONS).default('TWEE_MAANDEN'),
  /** How berichten reach the gemeente. */
  channel: z.enum(CHANNELS).default('PORTAAL'),
  /** Address of the web service of its software. */
  endpoint: z.string().nullable().default(null),
  stufVersion: z.enum(STUF_VERSIONS).default('0210'),
  /** Organisation number in the certificate with which that software comes. */
  oin: z.string().nullable().default(null),
  /** PEM of that certificate. */
  clientCertificate: z.string().nullable().default(null),
  /** Berichtsoorten that are neither delivered nor received. */
  inactiveSoorten: z.array(z.string()).default([]),
  /** Whether inhabitants with a Wmo provision are compared with the Wlz register every day; of the Wlz-Registertoets only. */
  signals: z.boolean().default(false),
})
export type SettingsChoice = Readonly<z.infer<typeof SettingsChoice>>

/** The settings of one product, as a page or a job reads them. */
export type SettingsView = SettingsChoice & {
  readonly version: number
  readonly changedByName: string | null
  readonly changedAt: Date | null
}

/** What can change, each with its place in the history. */
export const SETTINGS_FIELDS = SettingsChoice.keyof().options
export type SettingsField = (typeof SETTINGS_FIELDS)[number]

/** An earlier version, whole. */
export type SettingsVersionView = {
  readonly version: number
  readonly chosen: SettingsChoice
  readonly changedByName: string
  readonly changedAt: Date
}

/** One changed field, for the history. */
export type SettingsChangeView = {
  readonly id: string
  /** The version that the change led to, and the one that was put back with it. */
  readonly version: number
  readonly restoredVersion: number | null
  readonly field: SettingsField
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly changedByName: string
  readonly changedAt: Date
}

/** What holds while nobody has chosen anything. */
export const DEFAULT_SETTINGS: SettingsView = {
  ...SettingsChoice.parse({}),
  version: 0,
  changedByName: null,
  changedAt: null,
}
