import { z } from 'zod'

/** Files of a certificate and its key, in PEM, and of the authorities that the other side's certificate must come from. */
export type TlsFiles = { readonly certificateFile: string; readonly keyFile: string; readonly caFile: string }

/** How the portal reaches the chain. */
export type ChainSettings = TlsFiles & {
  /** Web service of VECOZO, for aanbieders and every other body. */
  readonly url: URL
  /** That of the CAK; null: through the same as everything else. */
  readonly cakUrl: URL | null
  /** How long one call may take. */
  readonly timeoutSeconds: number
  /** Tries before a bericht is given up. */
  readonly tries: number
  /** The longest pause between two tries. */
  readonly longestPauseSeconds: number
}

/** How chain and software of gemeenten reach the portal. */
export type WebserviceSettings = TlsFiles & {
  readonly port: number
  readonly host: string
  /** The address that others know it by; what it is in the WSDL. */
  readonly url: URL
  /** Certificates that their authority has taken back (PEM); null: none is looked up. */
  readonly crlFile: string | null
  /** Who in the chain has which certificate: JSON, lib/chain/inbound/chain-parties.ts. */
  readonly partiesFile: string
}

type Bounded = (fallback: number, minimum: number, maximum: number) => z.ZodType<number, string | undefined>
type Address = (protocols: readonly string[]) => z.ZodType<URL, string>

const functieList = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((functie) => functie.length > 0))
  .refine(
    (functies) => functies.every((functie) => /^(WMO|JW)[0-9]{3}$/.test(functie)),
    'moet uit berichtsoorten bestaan: "WMO301, JW301"',
  )

/** The variables, in the forms that the other settings have. Outside the demo there is a chain, so its settings must be there. */
export function chainVariables(boundedCount: Bounded, url: Address, isDemo: boolean) {
  const address: z.ZodType<URL | undefined> = isDemo ? url(['https:']).optional() : url(['https:'])
  const file: z.ZodType<string | undefined> = isDemo ? z.string().optional() : z.string({ error: 'ontbreekt' })
  return {
    CHAIN_URL: address,
    CHAIN_CAK_URL: url(['https:']).optional(),
    CHAIN_CERTIFICATE_FILE: file,
    CHAIN_KEY_FILE: file,
    CHAIN_CA_FILE: file,
    CIZ_URL: url(['https:']).optional(),
    CHAIN_TIMEOUT_SECONDS: boundedCount(30, 1, 120),
    CHAIN_TRIES: boundedCount(500, 1, 10_000),
    CHAIN_LONGEST_PAUSE_SECONDS: boundedCount(isDemo ? 15 : 600, 1, 3_600),
    WEBSERVICE_URL: address,
    WEBSERVICE_PORT: boundedCount(4443, 1, 65_535),
    WEBSERVICE_HOST: z.string().default('localhost'),
    WEBSERVICE_CERTIFICATE_FILE: file,
    WEBSERVICE_KEY_FILE: file,
    WEBSERVICE_CA_FILE: file,
    WEBSERVICE_CRL_FILE: z.string().optional(),
    CHAIN_PARTIES_FILE: file,
    GEBLOKKEERDE_FUNCTIES: functieList,
  }
}

type Values = z.infer<z.ZodObject<ReturnType<typeof chainVariables>>>

const NEEDED_FOR = {
  CHAIN_URL: ['CHAIN_CERTIFICATE_FILE', 'CHAIN_KEY_FILE', 'CHAIN_CA_FILE'],
  WEBSERVICE_URL: ['WEBSERVICE_CERTIFICATE_FILE', 'WEBSERVICE_KEY_FILE', 'WEBSERVICE_CA_FILE', 'CHAIN_PARTIES_FILE'],
} as const

/** What is missing although the address that needs it is there, which only the demo allows. */
export const missingChainVariables = (values: Values): readonly string[] =>
  (['CHAIN_URL', 'WEBSERVICE_URL'] as const).flatMap((address) =>
    values[address] === undefined ? [] : NEEDED_FOR[address].filter((file) => values[file] === undefined),
  )

/** How to reach the chain; null when the demo has none: then nothing leaves. */
export function chainSettings(values: Values): ChainSettings | null {
  if (values.CHAIN_URL === undefined) return null
  return {
    url: values.CHAIN_URL,
    cakUrl: values.CHAIN_CAK_URL ?? null,
    certificateFile: values.CHAIN_CERTIFICATE_FILE ?? '',
    keyFile: values.CHAIN_KEY_FILE ?? '',
    caFile: values.CHAIN_CA_FILE ?? '',
    timeoutSeconds: values.CHAIN_TIMEOUT_SECONDS,
    tries: values.CHAIN_TRIES,
    longestPauseSeconds: values.CHAIN_LONGEST_PAUSE_SECONDS,
  }
}

/** How to be reached; null when the demo has no web service. */
export function webserviceSettings(values: Values): WebserviceSettings | null {
  if (values.WEBSERVICE_URL === undefined) return null
  return {
    url: values.WEBSERVICE_URL,
    port: values.WEBSERVICE_PORT,
    host: values.WEBSERVICE_HOST,
    certificateFile: values.WEBSERVICE_CERTIFICATE_FILE ?? '',
    keyFile: values.WEBSERVICE_KEY_FILE ?? '',
    caFile: values.WEBSERVICE_CA_FILE ?? '',
    crlFile: values.WEBSERVICE_CRL_FILE ?? null,
    partiesFile: values.CHAIN_PARTIES_FILE ?? '',
  }
}
