import {
  ASSURANCE_LEVELS,
  type BrokerConnection,
  type ClaimPath,
  type EherkenningBroker,
  type ServicedeskBroker,
} from '#/lib/identity/brokers/brokers-file.ts'
import { type Claims, oneTextAt, textsAt, valueAt } from '#/lib/identity/login/claim-values.ts'
import type { EherkenningIdentity, LoginIdentity, RefusalCode, StaffIdentity } from '#/lib/identity/login/identity.ts'
import { readLegalSubject } from '#/lib/identity/login/read-legal-subject.ts'
import { MINUTE_MS } from '#/lib/platform/clock.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

const TOLERANCE_MS = MINUTE_MS
const OLDEST_AUTHENTICATION_MS = 10 * MINUTE_MS
const OLDEST_TOKEN_MS = 5 * MINUTE_MS

// The names of the scheme. They are looked at whatever a connection says: its settings add to the checks and take none away.
const STANDARD_BRANCH: ClaimPath = ['urn:etoegang:1.9:ServiceRestriction:Vestigingsnr']
const STANDARD_BSN: ClaimPath = ['urn:etoegang:1.12:EntityConcernedID:BSN']

/** What must hold of the moment of authentication: after the attempt began (ForceAuthn proof), and not long ago. */
export type Attempt = { readonly startedAt: Date; readonly now: Date }

function readLevel(
  claims: Claims,
  paths: readonly ClaimPath[],
  levels: BrokerConnection['levels'],
): Result<'loa3' | 'loa4', RefusalCode> {
  const words = new Set<string>()
  for (const path of paths) {
    const texts = textsAt(claims, path)
    if (texts === 'contradictory') return err('LEVEL_UNKNOWN')
    for (const text of texts) words.add(text)
  }
  if (words.size === 0) return err('LEVEL_MISSING')
  if (words.size > 1) return err('LEVEL_CONTRADICTORY')
  const [word] = words
  const level = word !== undefined && Object.hasOwn(levels, word) ? levels[word] : undefined
  if (!level) return err('LEVEL_UNKNOWN')
  // The order of the scheme decides, never the text; eHerkenning chapter 3.
  if (ASSURANCE_LEVELS.indexOf(level) < ASSURANCE_LEVELS.indexOf('loa3')) return err('LEVEL_TOO_LOW')
  return ok(level === 'loa4' ? 'loa4' : 'loa3')
}

function readMoment(claims: Claims, attempt: Attempt): Result<Date, RefusalCode> {
  const seconds = claims.auth_time
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return err('AUTHENTICATION_MOMENT_MISSING')
  const moment = new Date(seconds * 1_000)
  const tooOld =
    // Beyond what a date can hold; comparisons with it would all be false.
    Number.isNaN(moment.getTime()) ||
    moment.getTime() < attempt.now.getTime() - OLDEST_AUTHENTICATION_MS ||
    moment.getTime() < attempt.startedAt.getTime() - TOLERANCE_MS
  if (tooOld || moment.getTime() > attempt.now.getTime() + TOLERANCE_MS) return err('AUTHENTICATION_TOO_OLD')
  return ok(moment)
}

/** Whether the token itself was made just now; the library looks at its end only. */
function isJustIssued(claims: Claims, now: Date): boolean {
  if (typeof claims.iat !== 'number') return false
  const ageMs = now.getTime() - claims.iat * 1_000
  return ageMs >= -TOLERANCE_MS && ageMs <= OLDEST_TOKEN_MS + TOLERANCE_MS
}

const isOtherService = (claims: Claims, path: ClaimPath | null, own: string): boolean =>
  path !== null && oneTextAt(claims, path) !== own

function readEherkenning(
  claims: Claims,
  connection: EherkenningBroker,
  attempt: Attempt,
): Result<EherkenningIdentity, RefusalCode> {
  const { dialect } = connection
  // We have no legal ground to process a Bsn here: an answer that holds one is refused whole.
  if ([...dialect.bsn, STANDARD_BSN].some((path) => valueAt(claims, path) !== undefined)) return err('BSN_PRESENT')
  const level = readLevel(claims, dialect.level, connection.levels)
  if (!level.ok) return level
  if (isOtherService(claims, dialect.serviceId, connection.serviceId)) return err('SERVICE_OTHER')
  if (isOtherService(claims, dialect.serviceUuid, connection.serviceUuid)) return err('SERVICE_OTHER')
  const moment = readMoment(claims, attempt)
  if (!moment.ok) return moment
  const pseudonym = oneTextAt(claims, dialect.pseudonym)
  if (pseudonym === 'contradictory') return err('ATTRIBUTE_CONTRADICTORY')
  if (!pseudonym) return err('NO_PSEUDONYM')
  const legal = readLegalSubject(claims, dialect)
  if (!legal.ok) return legal
  const branches = [dialect.branch, STANDARD_BRANCH].map((path) => oneTextAt(claims, path))
  if (branches.includes('contradictory')) return err('ATTRIBUTE_CONTRADICTORY')
  if (branches.some((branch) => branch !== null)) return err('BRANCH_RESTRICTED')
  return ok({
    kind: 'eherkenning',
    brokerId: connection.id,
    subjectPseudonym: pseudonym,
    legal: { kvk: legal.value.kvk, rsin: legal.value.rsin },
    intermediaryKvk: legal.value.intermediaryKvk,
    branch: null,
    loa: level.value,
    authnInstant: moment.value,
  })
}

function readStaff(
  claims: Claims,
  connection: ServicedeskBroker,
  attempt: Attempt,
): Result<StaffIdentity, RefusalCode> {
  const level = readLevel(claims, connection.dialect.level, connection.levels)
  if (!level.ok) return level
  const moment = readMoment(claims, attempt)
  if (!moment.ok) return moment
  const subject = oneTextAt(claims, connection.dialect.subject)
  const name = oneTextAt(claims, connection.dialect.name)
  if (subject === 'contradictory' || name === 'contradictory') return err('ATTRIBUTE_CONTRADICTORY')
  if (!subject || !name) return err('NO_PSEUDONYM')
  return ok({
    kind: 'servicedesk',
    brokerId: connection.id,
    subject,
    name,
    loa: level.value,
    authnInstant: moment.value,
  })
}

/**
 * Reads who came in from the claims of a verified ID token. Signature, audience, expiry and nonce were checked before;
 * here everything that the library does not look at. Fails closed with the exact reason, for the log only.
 */
export function readIdentity(
  claims: Claims,
  connection: BrokerConnection,
  attempt: Attempt,
): Result<LoginIdentity, RefusalCode> {
  if (claims.iss !== connection.issuer) return err('ISSUER_OTHER')
  if (!isJustIssued(claims, attempt.now)) return err('PROTOCOL')
  return connection.kind === 'eherkenning'
    ? readEherkenning(claims, connection, attempt)
    : readStaff(claims, connection, attempt)
}
