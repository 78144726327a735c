import { z } from 'zod'
import {
  type ChainSettings,
  chainSettings,
  chainVariables,
  missingChainVariables,
  type WebserviceSettings,
  webserviceSettings,
} from '#/lib/platform/settings/chain-settings.ts'
import { cidrList } from '#/lib/platform/settings/network-list.ts'
import { type ScannerAddress, scannerAddress } from '#/lib/platform/settings/scanner-address.ts'

/** Which world the portal runs in. NODE_ENV says nothing about it. */
export type Omgeving = 'demo' | 'test' | 'productie'

/** A key that seals the keys of stored files; the first of the list seals, all of them open. */
export type MasterKey = { readonly id: string; readonly bytes: Buffer }

/** Which days off that not everybody keeps count as such. `lustrum`: 5 May in 2025, 2030 and every fifth year. */
export type Holidays = { readonly goedeVrijdag: boolean; readonly bevrijdingsdag: 'ja' | 'nee' | 'lustrum' }

/** Everything a process of the portal is told from outside. Times are in the unit their name ends with. */
export type Settings = {
  readonly omgeving: Omgeving
  readonly databaseUrl: string
  readonly portaalUrl: URL
  readonly secret: string
  readonly masterKeys: readonly [MasterKey, ...MasterKey[]]
  readonly storageUrl: URL
  readonly smtpUrl: URL
  readonly mailFrom: string
  readonly sessionIdleMinutes: number
  readonly sessionWarningMinutes: number
  readonly sessionAbsoluteHours: number
  readonly loginAttemptMinutes: number
  readonly brokersFile: string
  readonly networks: readonly string[]
  readonly trustedProxies: readonly string[]
  /** Private networks in which software of gemeenten may stand. */
  readonly endpointNetworks: readonly string[]
  readonly uploadsPerMinute: number
  readonly validatorProcesses: number
  readonly validatorMemoryMegabytes: number
  /** The virus scanner; null when there is none, then nothing is scanned. */
  readonly scanner: ScannerAddress | null
  /** Codes of gemeenten that rule TR378 takes for known besides those of the CBS. */
  readonly extraGemeenteCodes: readonly string[]
  /** How the portal calls itself on the envelopes that it makes, as registered with the chain. */
  readonly envelopeApplication: {
    readonly applicatie: string
    readonly applicatieVersie: string
    readonly applicatieSubversie: string
  }
  /** The way to the chain; null in a demo without one. */
  readonly chain: ChainSettings | null
  /** Address of the Wlz-register; null: it cannot be consulted. */
  readonly ciz: URL | null
  /** Berichtsoorten that are frozen while a release changes (IB103). */
  readonly blockedFuncties: readonly string[]
  /** The way in for chain and software of gemeenten; null in a demo without one. */
  readonly webservice: WebserviceSettings | null
  readonly operator: { readonly name: string; readonly phone: string; readonly hours: string; readonly email: string }
  /** Doors of the operator's other portals, shown on the start page. */
  readonly otherPortals: readonly { readonly name: string; readonly url: URL }[]
  readonly holidays: Holidays
  /** VIER_OGEN: two of the servicedesk make a gebruikersbeheerder, never one alone. */
  readonly secondPairOfEyes: boolean
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}

/** Every fault of the environment at once, each a line that names the setting and what to do. */
export class SettingsError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.name = 'SettingsError'
    this.faults = faults
  }
}

/** Tells whether an address points to the machine itself, however it is written. */
export const isLoopback = ({ hostname }: URL) =>
  /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname)

const url = (protocols: readonly string[]) =>
  z.string({ error: 'ontbreekt' }).transform((text, ctx) => {
    if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
      ctx.addIssue({ code: 'custom', message: `moet een adres zijn dat begint met ${protocols.join(' of ')}` })
      return z.NEVER
    }
    return new URL(text)
  })

// Without what depends on other settings, so that it is told even when those are missing.
const portaalUrl = (omgeving: Omgeving) =>
  url(['http:', 'https:']).superRefine((address, ctx) => {
    const fault = (message: string) => ctx.addIssue({ code: 'custom', message })
    if (address.href !== `${address.origin}/`) fault('moet alleen uit https: en een naam bestaan, zonder pad')
    const own = isLoopback(address)
    if (omgeving === 'demo' && !own) fault('moet in de demo op localhost wijzen')
    if (omgeving !== 'demo' && own) fault('mag buiten de demo niet op localhost wijzen')
    if (omgeving !== 'demo' && address.protocol !== 'https:') fault('moet buiten de demo met https: beginnen')
  })

const bounded = (fallback: number, minimum: number, maximum: number) =>
  z
    .string()
    .default(String(fallback))
    .transform((text, ctx) => {
      const value = Number(text)
      if (!Number.isFinite(value) || value < minimum || value > maximum) {
        ctx.addIssue({ code: 'custom', message: `moet een getal van ${minimum} tot en met ${maximum} zijn` })
        return z.NEVER
      }
      return value
    })

const boundedCount = (fallback: number, minimum: number, maximum: number) =>
  bounded(fallback, minimum, maximum).refine(Number.isInteger, 'moet een geheel getal zijn')

const gemeenteCodeList = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((code) => code.length > 0))
  .refine((codes) => codes.every((code) => /^[0-9]{4}$/.test(code)), 'moet uit gemeentecodes van vier cijfers bestaan')

/** What only the operator can know: examples will do in demo and test, in production it must be said. */
const ofOperator = (omgeving: Omgeving, example: string) =>
  omgeving === 'productie' ? z.string({ error: 'ontbreekt' }) : z.string().default(example)

const masterKeys = z.string({ error: 'ontbreekt' }).transform((text, ctx) => {
  const keys = text.split(',').map((part, index) => {
    const at = part.indexOf(':')
    return {
      id: at > 0 ? part.slice(0, at) : `sleutel-${index + 1}`,
      isNamed: at > 0,
      bytes: Buffer.from(part.slice(at + 1), 'base64'),
    }
  })
  const [current, ...earlier] = keys
  if (
    !current ||
    keys.some((key) => key.bytes.length !== 32) ||
    // A name by its place would change when a new key comes in front: what the old one sealed would no longer open.
    (earlier.length > 0 && keys.some((key) => !key.isNamed)) ||
    new Set(keys.map((key) => key.id)).size < keys.length
  ) {
    ctx.addIssue({
      code: 'custom',
      message: 'moet uit sleutels van 32 bytes in base64 bestaan: "id:sleutel,id:sleutel"',
    })
    return z.NEVER
  }
  return [current, ...earlier] as const satisfies readonly [MasterKey, ...MasterKey[]]
})

// "naam/versie/subversie": the name without a version, and twice four digits.
const application = z.string().transform((text, ctx) => {
  const [, applicatie, applicatieVersie, applicatieSubversie] =
    /^([^/<>&]{3,50})\/([0-9]{4})\/([0-9]{4})$/.exec(text) ?? []
  if (!applicatie || !applicatieVersie || !applicatieSubversie) {
    ctx.addIssue({ code: 'custom', message: 'moet een naam en twee versienummers zijn: "PortaalZorg/0001/0000"' })
    return z.NEVER
  }
  return { applicatie, applicatieVersie, applicatieSubversie }
})

// "Werk en Inkomen=https://…;Testomgeving=https://…"
const portalList = z
  .string()
  .default('')
  .transform((text, ctx) =>
    text
      .split(';')
      .map((entry) => entry.trim())
      .filter((entry) => entry.length > 0)
      .map((entry) => {
        const at = entry.indexOf('=')
        const address = entry.slice(at + 1).trim()
        if (at < 1 || !URL.canParse(address) || !['http:', 'https:'].includes(new URL(address).protocol)) {
          ctx.addIssue({ code: 'custom', message: `${entry} moet een naam en een adres zijn: "Naam=https://…"` })
          return z.NEVER
        }
        return { name: entry.slice(0, at).trim(), url: new URL(address) }
      }),
  )

function environmentSchema(omgeving: Omgeving) {
  const demo = omgeving === 'demo'
  // Bounds of access-norms chapter 0; the demo may use shorter times so that a person can watch them run out.
  return z
    .object({
      DATABASE_URL: url(['postgresql:', 'postgres:']),
      PORTAAL_URL: portaalUrl(omgeving),
      PORTAAL_SECRET: z.string({ error: 'ontbreekt' }).min(32, 'moet ten minste 32 tekens hebben'),
      PORTAAL_MASTER_KEY: masterKeys,
      STORAGE_URL: url(['file:']),
      SMTP_URL: url(['smtp:', 'smtps:']),
      MAIL_FROM: ofOperator(omgeving, 'Portaal Zorg <niet-beantwoorden@portaal-zorg.invalid>'),
      SESSION_IDLE_MINUTES: bounded(20, demo ? 0.05 : 5, 30),
      SESSION_WARNING_MINUTES: bounded(2, demo ? 0.01 : 1, 5),
      SESSION_ABSOLUTE_HOURS: bounded(8, demo ? 0.001 : 1, 12),
      LOGIN_ATTEMPT_MINUTES: bounded(15, 5, 15),
      BROKERS_FILE: z.string({ error: 'ontbreekt' }).min(1, 'ontbreekt'),
      NETWERKEN: cidrList,
      VERTROUWDE_PROXIES: cidrList,
      KOPPELING_NETWERKEN: cidrList,
      VIER_OGEN: z
        .enum(['ja', 'nee'], { error: 'moet ja of nee zijn' })
        .default(omgeving === 'productie' ? 'ja' : 'nee'),
      UPLOADS_PER_MINUTE: boundedCount(demo ? 100_000 : 1_200, 1_200, 1_000_000),
      VALIDATOR_PROCESSES: boundedCount(2, 1, 64),
      VALIDATOR_MEMORY_MB: boundedCount(768, 256, 4_096),
      CLAMD_ADRES: scannerAddress.optional(),
      GEMEENTECODES_EXTRA: gemeenteCodeList,
      ENVELOP_APPLICATIE: z.string().default('PortaalZorg/0001/0000').pipe(application),
      BEHEERDER_NAAM: ofOperator(omgeving, 'het Inlichtingenbureau'),
      BEHEERDER_TELEFOON: ofOperator(omgeving, '0800 222 11 22'),
      BEHEERDER_OPENINGSTIJDEN: ofOperator(omgeving, 'maandag tot en met vrijdag, 8.30 tot 17.00 uur'),
      BEHEERDER_EMAIL: ofOperator(omgeving, 'servicedesk@portaal-zorg.invalid'),
      ANDERE_PORTALEN: portalList,
      GOEDE_VRIJDAG_VRIJ: z.enum(['ja', 'nee'], { error: 'moet ja of nee zijn' }).default('ja'),
      BEVRIJDINGSDAG_VRIJ: z.enum(['ja', 'nee', 'lustrum'], { error: 'moet ja, nee of lustrum zijn' }).default('ja'),
      LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
      ...chainVariables(boundedCount, url, demo),
    })
    .superRefine((values, ctx) => {
      for (const name of missingChainVariables(values))
        ctx.addIssue({ code: 'custom', path: [name], message: 'ontbreekt' })
      if (values.SESSION_WARNING_MINUTES >= values.SESSION_IDLE_MINUTES)
        ctx.addIssue({
          code: 'custom',
          path: ['SESSION_WARNING_MINUTES'],
          message: 'moet kleiner zijn dan SESSION_IDLE_MINUTES',
        })
    })
}

/** Reads the settings from an environment. Throws SettingsError that names every missing or bad setting. */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const omgeving = environment.PORTAAL_OMGEVING
  if (omgeving !== 'demo' && omgeving !== 'test' && omgeving !== 'productie')
    throw new SettingsError(['PORTAAL_OMGEVING moet demo, test of productie zijn'])
  const parsed = environmentSchema(omgeving).safeParse(
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== '')),
  )
  if (!parsed.success)
    throw new SettingsError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const values = parsed.data
  return {
    omgeving,
    databaseUrl: values.DATABASE_URL.href,
    portaalUrl: values.PORTAAL_URL,
    secret: values.PORTAAL_SECRET,
    masterKeys: values.PORTAAL_MASTER_KEY,
    storageUrl: values.STORAGE_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    sessionIdleMinutes: values.SESSION_IDLE_MINUTES,
    sessionWarningMinutes: values.SESSION_WARNING_MINUTES,
    sessionAbsoluteHours: values.SESSION_ABSOLUTE_HOURS,
    loginAttemptMinutes: values.LOGIN_ATTEMPT_MINUTES,
    brokersFile: values.BROKERS_FILE,
    networks: values.NETWERKEN,
    trustedProxies: values.VERTROUWDE_PROXIES,
    endpointNetworks: values.KOPPELING_NETWERKEN,
    uploadsPerMinute: values.UPLOADS_PER_MINUTE,
    validatorProcesses: values.VALIDATOR_PROCESSES,
    validatorMemoryMegabytes: values.VALIDATOR_MEMORY_MB,
    scanner: values.CLAMD_ADRES ?? null,
    extraGemeenteCodes: values.GEMEENTECODES_EXTRA,
    envelopeApplication: values.ENVELOP_APPLICATIE,
    chain: chainSettings(values),
    ciz: values.CIZ_URL ?? null,
    blockedFuncties: values.GEBLOKKEERDE_FUNCTIES,
    webservice: webserviceSettings(values),
    operator: {
      name: values.BEHEERDER_NAAM,
      phone: values.BEHEERDER_TELEFOON,
      hours: values.BEHEERDER_OPENINGSTIJDEN,
      email: values.BEHEERDER_EMAIL,
    },
    otherPortals: values.ANDERE_PORTALEN,
    holidays: { goedeVrijdag: values.GOEDE_VRIJDAG_VRIJ === 'ja', bevrijdingsdag: values.BEVRIJDINGSDAG_VRIJ },
    secondPairOfEyes: values.VIER_OGEN === 'ja',
    logLevel: values.LOG_LEVEL,
  }
}
