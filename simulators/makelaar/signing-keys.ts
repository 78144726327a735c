import { constants, createHmac, createPublicKey, generateKeyPair, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose'
import type { IdTokenDraft } from '#/simulators/makelaar/fault.ts'

type SigningKey = { readonly privateKey: KeyObject; readonly jwk: JWK & { readonly kid: string } }

/** The keys of one issuer: two that its JWKS shows, and one that nobody knows, for forged tokens. */
export type IssuerKeys = { readonly current: SigningKey; readonly next: SigningKey; readonly foreign: SigningKey }

const generate = promisify(generateKeyPair)

async function makeKey(): Promise<SigningKey> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 })
  const jwk = await exportJWK(privateKey)
  return { privateKey, jwk: { ...jwk, alg: 'PS256', use: 'sig', kid: await calculateJwkThumbprint(jwk) } }
}

/** Makes fresh keys; they live as long as the process. */
export async function makeIssuerKeys(): Promise<IssuerKeys> {
  const [current, next, foreign] = await Promise.all([makeKey(), makeKey(), makeKey()])
  return { current, next, foreign }
}

function signatureOf(draft: IdTokenDraft, keys: IssuerKeys, input: string): Buffer {
  if (draft.signWith === 'nothing') return Buffer.alloc(0)
  if (draft.signWith === 'hmac-of-public-key') {
    const secret = createPublicKey(keys.current.privateKey).export({ type: 'spki', format: 'pem' })
    return createHmac('sha256', secret).update(input).digest()
  }
  const { privateKey } = { own: keys.current, 'other-own': keys.next, foreign: keys.foreign }[draft.signWith]
  return sign('sha256', Buffer.from(input), {
    key: privateKey,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  })
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/**
 * Signs a draft as its `signWith` says, in compact form. Built by hand, because a signing library rightly refuses to make
 * what the faults ask for: no algorithm, a public key as secret, a key in the header.
 */
export function signDraft(draft: IdTokenDraft, keys: IssuerKeys): string {
  const { kty, n, e } = keys.foreign.jwk
  const header = {
    ...draft.header,
    ...(draft.signWith === 'other-own' ? { kid: keys.next.jwk.kid } : {}),
    ...(draft.header.jwk === 'foreign' ? { jwk: { kty, n, e } } : {}),
  }
  const input = `${encode(header)}.${encode(draft.payload)}`
  return `${input}.${signatureOf(draft, keys, input).toString('base64url')}`
}
