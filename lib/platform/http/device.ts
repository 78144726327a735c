const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const SYSTEMS = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

const nameOf = (userAgent: string, table: readonly (readonly [RegExp, string])[]) =>
  table.find(([pattern]) => pattern.test(userAgent))?.[1]

/** A hint by which people recognise their own sessions: "Firefox, Windows". Never the whole User-Agent. */
export function deviceHint(userAgent: string | null): string {
  const parts = [nameOf(userAgent ?? '', BROWSERS), nameOf(userAgent ?? '', SYSTEMS)].filter((part) => part)
  return parts.length > 0 ? parts.join(', ') : 'onbekend apparaat'
}
