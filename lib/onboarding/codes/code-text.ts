import { ids } from '#/lib/platform/ids.ts'

// Crockford base32 without I, L, O and U: what a person reads aloud or types over is not misread.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LOCATOR_CHARACTERS = 4
const SECRET_CHARACTERS = 12
export const CODE_CHARACTERS = LOCATOR_CHARACTERS + SECRET_CHARACTERS

/** A verification code: the locator finds the row and is no secret, the secret part has 60 bits. */
export type CodeParts = { readonly locator: string; readonly secret: string }

// 256 is a multiple of 32, so each character is equally likely.
const randomCharacters = (count: number): string =>
  Array.from(ids.secretBytes(count), (byte) => ALPHABET[byte % 32]).join('')

/** A new code from the operating system's generator (ASVS 6.5.3). */
export const newCode = (): CodeParts => ({
  locator: randomCharacters(LOCATOR_CHARACTERS),
  secret: randomCharacters(SECRET_CHARACTERS),
})

/** The code as people see it: LLLL-SSSS-SSSS-SSSS. */
export const codeText = ({ locator, secret }: CodeParts): string =>
  [locator, ...(secret.match(/.{4}/g) ?? [])].join('-')

export type CodeReading =
  | { readonly ok: true; readonly code: CodeParts }
  | { readonly ok: false; readonly fault: 'empty' }
  | { readonly ok: false; readonly fault: 'length'; readonly count: number }
  | { readonly ok: false; readonly fault: 'character'; readonly character: string }

// Four groups as we write them, somewhere in a pasted sentence.
const WRITTEN = /(?<![\p{L}\p{N}]|[\p{L}\p{N}]-)[\p{L}\p{N}]{4}(?:-[\p{L}\p{N}]{4}){3}(?!-?[\p{L}\p{N}])/u
const ALIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/**
 * Reads what somebody typed or pasted: case, spaces, hyphens and dots do not count, O is 0, I and L are 1, and a sentence
 * around a written code is left out. Faults are about the form only and reveal nothing.
 */
export function readCode(input: string): CodeReading {
  const written = WRITTEN.exec(input)?.[0] ?? input
  const characters = Array.from(
    written.toUpperCase().replace(/[\s.\-‐-―_]/gu, ''),
    (character) => ALIKE[character] ?? character,
  )
  if (characters.length === 0) return { ok: false, fault: 'empty' }
  const strange = characters.find((character) => !ALPHABET.includes(character))
  if (strange !== undefined) return { ok: false, fault: 'character', character: strange }
  if (characters.length !== CODE_CHARACTERS) return { ok: false, fault: 'length', count: characters.length }
  const text = characters.join('')
  return { ok: true, code: { locator: text.slice(0, LOCATOR_CHARACTERS), secret: text.slice(LOCATOR_CHARACTERS) } }
}
