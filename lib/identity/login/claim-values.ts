import type { ClaimPath } from '#/lib/identity/brokers/brokers-file.ts'

/** The claims of a verified ID token. */
export type Claims = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Claims =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a path of keys, or undefined. Claim names hold dots and colons, so a path is never split. */
export function valueAt(claims: Claims, path: ClaimPath): unknown {
  let value: unknown = claims
  for (const key of path) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

// Control characters belong in no value of ours, and the database does not take all of them.
const isUsableText = (item: unknown): item is string =>
  typeof item === 'string' && item.length <= 256 && !/\p{Cc}/u.test(item)

/** The texts at a path, each once: makelaars give a text or a list of texts. Anything else counts as contradictory. */
export function textsAt(claims: Claims, path: ClaimPath): readonly string[] | 'contradictory' {
  const value = valueAt(claims, path)
  if (value === undefined || value === null) return []
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (!list.every(isUsableText)) return 'contradictory'
  return [...new Set(list)]
}

/** The one text at a path, null when there is none; several different ones contradict each other (T52). */
export function oneTextAt(claims: Claims, path: ClaimPath | null): string | null | 'contradictory' {
  if (path === null) return null
  const texts = textsAt(claims, path)
  if (texts === 'contradictory' || texts.length > 1) return 'contradictory'
  return texts[0] ?? null
}
