import type { JWK } from 'jose'
import type {
  AssuranceLevel,
  BrokersFile,
  EherkenningDialect,
  PrivateJwk,
} from '#/lib/identity/brokers/brokers-file.ts'
import { DEMO_DIENSTVERLENER } from '#/simulators/demo-world.ts'
import { publicPart } from '#/simulators/makelaar/client-keys.ts'
import { type DialectName, LEVEL_WORDS } from '#/simulators/makelaar/dialects.ts'
import { SUPPLIERS, type Supplier } from '#/simulators/makelaar/suppliers.ts'

/** One client of one issuer, as the simulator registers it. */
export type ClientRegistration = {
  readonly supplierId: string
  readonly clientId: string
  readonly redirectUri: string
  readonly postLogoutRedirectUri: string
  readonly publicKeys: readonly JWK[]
}

export type ConnectionPlan = {
  readonly registrations: readonly ClientRegistration[]
  /** What BROKERS_FILE of the portal holds. */
  readonly brokersFile: BrokersFile
}

const KVK_AND_RSIN = {
  'urn:etoegang:1.9:EntityConcernedID:KvKnr': 'kvk',
  'urn:etoegang:1.9:EntityConcernedID:RSIN': 'rsin',
} as const

const DIALECT_PATHS: Record<Exclude<DialectName, 'servicedesk'>, EherkenningDialect> = {
  A: {
    pseudonym: ['urn:etoegang:core:ActingSubjectID'],
    legal: {
      form: 'qualified',
      value: ['urn:etoegang:core:LegalSubjectID'],
      kind: ['namequalifier'],
      kinds: KVK_AND_RSIN,
    },
    branch: ['urn:etoegang:1.9:ServiceRestriction:Vestigingsnr'],
    intermediary: ['urn:etoegang:1.9:IntermediateEntityID:KvKnr'],
    serviceId: ['urn:etoegang:core:ServiceID'],
    serviceUuid: ['urn:etoegang:core:ServiceUUID'],
    level: [['acr'], ['loa']],
    bsn: [['urn:etoegang:1.12:EntityConcernedID:BSN']],
  },
  B: {
    pseudonym: ['eherkenningPseudo'],
    legal: { form: 'named', kvk: ['chamberOfCommerce'], rsin: ['eherkenningRsin'] },
    branch: ['eherkenningVestigingsNr'],
    intermediary: ['eherkenningIntermediatekvkNr'],
    serviceId: ['eherkenningServiceID'],
    serviceUuid: ['eherkenningServiceUUID'],
    level: [['acr']],
    bsn: [['eherkenningBsn']],
  },
  C: {
    pseudonym: ['sub'],
    // A Bsn would come as a kind of number that is not in this table, and an unknown kind is refused.
    legal: {
      form: 'represents',
      path: ['represents'],
      kinds: { 'urn:nl-eid-gdi:1.0:id:KvKnr': 'kvk', 'urn:nl-eid-gdi:1.0:id:RSIN': 'rsin' },
    },
    branch: ['urn:etoegang:1.9:ServiceRestriction:Vestigingsnr'],
    intermediary: null,
    // In this profile the audience of the token says which service was asked for.
    serviceId: null,
    serviceUuid: null,
    level: [['acr']],
    bsn: [],
  },
}

function levelTable(dialect: DialectName): Record<string, AssuranceLevel> {
  const table: Record<string, AssuranceLevel> = {}
  for (const [level, word] of Object.entries(LEVEL_WORDS[dialect])) table[word] = level as AssuranceLevel
  return table
}

function connectionOf(supplier: Supplier, issuer: string, clientId: string, keyFile: string): BrokersFile[number] {
  const shared: Omit<BrokersFile[number], 'kind' | 'scope' | 'dialect' | 'serviceId' | 'serviceUuid'> = {
    id: supplier.id,
    name: supplier.name,
    protocol: 'oidc',
    issuer,
    endpointHosts: [],
    clientId,
    clientKeys: [{ file: keyFile }],
    levels: levelTable(supplier.dialect),
    requestLoa: 'off',
    acrValues: [],
    timeoutSeconds: 10,
  }
  if (supplier.dialect === 'servicedesk') {
    const dialect = { subject: ['sub'], name: ['name'], level: [['acr']] }
    return { ...shared, kind: 'servicedesk', scope: 'openid profile', dialect }
  }
  return {
    ...shared,
    kind: 'eherkenning',
    scope: 'openid eherkenning',
    serviceId: DEMO_DIENSTVERLENER.serviceId,
    serviceUuid: DEMO_DIENSTVERLENER.serviceUuid,
    dialect: DIALECT_PATHS[supplier.dialect],
  }
}

/**
 * Both sides of every connection between the portal and the simulator. Pure: the same input gives the same plan.
 * @param brokerUrl address of the simulator, without a slash at the end
 * @param portaalUrl public address of the portal, without a slash at the end
 * @param keyFile name of the private key's file as the portal finds it, relative to BROKERS_FILE
 */
export function planConnections(input: {
  readonly brokerUrl: string
  readonly portaalUrl: string
  readonly clientKey: PrivateJwk
  readonly keyFile: string
  readonly suppliers?: readonly Supplier[]
}): ConnectionPlan {
  const suppliers = input.suppliers ?? SUPPLIERS
  const clientIdOf = (supplier: Supplier) => `portaal-zorg-${supplier.id}`
  return {
    registrations: suppliers.map((supplier) => ({
      supplierId: supplier.id,
      clientId: clientIdOf(supplier),
      redirectUri: `${input.portaalUrl}/api/auth/callback/${supplier.id}`,
      postLogoutRedirectUri: `${input.portaalUrl}/uitgelogd`,
      publicKeys: [publicPart(input.clientKey)],
    })),
    brokersFile: suppliers.map((supplier) =>
      connectionOf(supplier, `${input.brokerUrl}/${supplier.id}`, clientIdOf(supplier), input.keyFile),
    ),
  }
}
