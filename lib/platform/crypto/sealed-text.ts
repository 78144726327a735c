import { openBytes, type SealContext, sealBytes } from '#/lib/platform/crypto/content-cipher.ts'

const contextOf = (purpose: string, context: SealContext) => ({ doel: purpose, ...context })

/**
 * Seals a small secret (a form draft, an address in a job) for a purpose and a context, as base64url text. The same text
 * sealed twice gives two different answers.
 */
export async function sealText(purpose: string, text: string, context: SealContext = {}): Promise<string> {
  return (await sealBytes(Buffer.from(text, 'utf8'), contextOf(purpose, context))).toString('base64url')
}

/** Opens what `sealText` made for the same purpose and context. Throws UnreadableContentError for anything else. */
export async function openText(purpose: string, sealed: string, context: SealContext = {}): Promise<string> {
  return (await openBytes(Buffer.from(sealed, 'base64url'), contextOf(purpose, context))).toString('utf8')
}
