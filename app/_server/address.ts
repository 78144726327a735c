/** What Next hands a page of the query. */
export type Query = Promise<Record<string, string | string[] | undefined>>

/** An address with only the parameters that have a value. */
export function addressWith(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  return query.size > 0 ? `${path}?${query}` : path
}
