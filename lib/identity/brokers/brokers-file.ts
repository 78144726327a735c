import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'

/** Where a value stands in a token: an array of keys, never a dotted string, because claim names hold dots and colons. */
const ClaimPath = z.array(z.string().min(1)).min(1)
export type ClaimPath = z.infer<typeof ClaimPath>

/** Levels of the scheme in their order; a level is compared by its place here, never as text. */
export const ASSURANCE_LEVELS = ['loa1', 'loa2', 'loa2plus', 'loa3', 'loa4'] as const
export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number]

const LegalKinds = z.record(z.string().min(1), z.enum(['kvk', 'rsin']))

/** How a makelaar names the organisation: kind beside the value, kind in the claim's name, or a chain of `represents`. */
const LegalSubject = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('qualified'), value: ClaimPath, kind: ClaimPath, kinds: LegalKinds }),
  z.strictObject({ form: z.literal('named'), kvk: ClaimPath.nullable(), rsin: ClaimPath.nullable() }),
  /** The deepest party is the one served; a party above it is the intermediary. `kinds` maps `sub_id_type`. */
  z.strictObject({ form: z.literal('represents'), path: ClaimPath, kinds: LegalKinds }),
])

/** The wording of one makelaar (eHerkenning chapter 11). A null path says: this makelaar never gives it. */
const EherkenningDialect = z.strictObject({
  pseudonym: ClaimPath,
  legal: LegalSubject,
  branch: ClaimPath.nullable(),
  intermediary: ClaimPath.nullable(),
  serviceId: ClaimPath.nullable(),
  serviceUuid: ClaimPath.nullable(),
  /** Places of the level; what stands at any of them must agree. */
  level: z.array(ClaimPath).min(1),
  /** Places where a Bsn could stand. We have no ground to process one: its presence refuses the login. */
  bsn: z.array(ClaimPath),
})
export type EherkenningDialect = z.infer<typeof EherkenningDialect>

/** The wording of the servicedesk's own identity provider. */
const StaffDialect = z.strictObject({ subject: ClaimPath, name: ClaimPath, level: z.array(ClaimPath).min(1) })

/** A private key of ours for private_key_jwt. Only RSA with PS256 is used. */
const PrivateJwk = z.strictObject({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  alg: z.literal('PS256'),
  use: z.literal('sig'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
})
export type PrivateJwk = z.infer<typeof PrivateJwk>

const httpUrl = z
  .url({ protocol: /^https?$/ })
  .refine((text) => !text.endsWith('/'), 'mag niet eindigen op een schuine streep')

const common = {
  /** Part of the callback address and of every account key: never change it. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'alleen kleine letters, cijfers en streepjes'),
  name: z.string().min(1).max(64),
  protocol: z.literal('oidc'),
  issuer: httpUrl,
  /** Hosts besides the issuer's own where its endpoints may lie. */
  endpointHosts: z.array(z.string().min(1)),
  clientId: z.string().min(1),
  /** Inline, or a file named relative to this one. The first signs; all of them are published. */
  clientKeys: z
    .array(z.union([z.strictObject({ file: z.string().min(1) }), z.strictObject({ jwk: PrivateJwk })]))
    .min(1),
  scope: z.string().regex(/^openid( |$)/, 'begint met openid'),
  /** What this connection calls the levels; a word that is not here is refused. */
  levels: z.record(z.string().min(1), z.enum(ASSURANCE_LEVELS)),
  /** Ask for the level in the request (`minimum`), or not: some makelaars answer with an obscure error. */
  requestLoa: z.enum(['off', 'minimum']),
  /** The words for `acr_values` when `requestLoa` is `minimum`. */
  acrValues: z.array(z.string().min(1)),
  timeoutSeconds: z.number().int().min(1).max(30),
}

const EherkenningConnection = z.strictObject({
  ...common,
  kind: z.literal('eherkenning'),
  serviceId: z.string().regex(/^urn:etoegang:DV:\d{20}:services:\d{1,4}$/, 'urn:etoegang:DV:<OIN>:services:<index>'),
  serviceUuid: z.uuid(),
  dialect: EherkenningDialect,
})

const ServicedeskConnection = z.strictObject({ ...common, kind: z.literal('servicedesk'), dialect: StaffDialect })

/** The file BROKERS_FILE as it is written: every connection of the portal. */
export const BrokersFile = z
  .array(z.discriminatedUnion('kind', [EherkenningConnection, ServicedeskConnection]))
  .min(1)
  .superRefine((connections, ctx) => {
    for (const field of ['id', 'issuer'] as const) {
      const values = connections.map((connection) => connection[field])
      const doubles = values.filter((value, index) => values.indexOf(value) < index)
      for (const double of new Set(doubles))
        ctx.addIssue({ code: 'custom', message: `${field} ${double} komt twee keer voor` })
    }
    connections.forEach((connection, index) => {
      if (connection.requestLoa === 'minimum' && connection.acrValues.length === 0) {
        ctx.addIssue({ code: 'custom', path: [index, 'acrValues'], message: 'nodig als requestLoa minimum is' })
      }
    })
  })
export type BrokersFile = z.infer<typeof BrokersFile>

type Loaded<C> = C extends { clientKeys: unknown }
  ? Omit<C, 'clientKeys'> & { readonly clientKeys: readonly [PrivateJwk, ...PrivateJwk[]] }
  : never
/** One connection, with its private keys read. */
export type BrokerConnection = Loaded<BrokersFile[number]>
export type EherkenningBroker = Extract<BrokerConnection, { kind: 'eherkenning' }>
export type ServicedeskBroker = Extract<BrokerConnection, { kind: 'servicedesk' }>

/** The file of connections, or a key it names, is absent or wrong. One line per fault, each with its place; no key material. */
export class BrokersFileError extends Error {
  readonly faults: readonly string[]
  constructor(path: string, faults: readonly string[]) {
    super(faults.map((fault) => `BROKERS_FILE ${path}: ${fault}`).join('\n'))
    this.name = 'BrokersFileError'
    this.faults = faults
  }
}

async function readJson(file: string, what: string, reportedPath: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    const code = typeof cause === 'object' && cause && 'code' in cause ? String(cause.code) : 'onbekende fout'
    throw new BrokersFileError(reportedPath, [`${what} kan niet worden gelezen (${code})`])
  }
  try {
    return JSON.parse(text)
  } catch {
    // The parser's message quotes the text, which may be a private key.
    throw new BrokersFileError(reportedPath, [`${what} is geen geldige JSON`])
  }
}

const faultLines = (error: z.ZodError, under: readonly PropertyKey[] = []): string[] =>
  error.issues.map((issue) => `${[...under, ...issue.path].join('.') || 'bestand'}: ${issue.message}`)

async function loadConnection(path: string, connection: BrokersFile[number], index: number): Promise<BrokerConnection> {
  const keys: PrivateJwk[] = []
  for (const [position, key] of connection.clientKeys.entries()) {
    if ('jwk' in key) {
      keys.push(key.jwk)
      continue
    }
    const raw = await readJson(resolve(dirname(path), key.file), `sleutelbestand ${key.file}`, path)
    const parsed = PrivateJwk.safeParse(raw)
    if (!parsed.success)
      throw new BrokersFileError(path, faultLines(parsed.error, [index, 'clientKeys', position, key.file]))
    keys.push(parsed.data)
  }
  const [signing, ...others] = keys
  if (!signing) throw new BrokersFileError(path, [`${index}.clientKeys: geen sleutel`])
  return { ...connection, clientKeys: [signing, ...others] }
}

/** Reads and checks the connections of makelaars. Throws BrokersFileError with every fault that the schema finds. */
export async function readBrokersFile(path: string): Promise<readonly BrokerConnection[]> {
  const parsed = BrokersFile.safeParse(await readJson(path, 'het bestand', path))
  if (!parsed.success) throw new BrokersFileError(path, faultLines(parsed.error))
  return Promise.all(parsed.data.map((connection, index) => loadConnection(path, connection, index)))
}
