/** Name under which the server tells the browser the id of a request (`Server-Timing: verzoek;desc="…"`). */
export const REFERENCE_TIMING = 'verzoek'

/**
 * The id of the latest request of this page, as it stands in the log: a script cannot read the headers of its own page,
 * but it can read their timings. Null when the browser or the server did not tell.
 */
export function requestReference(): string | null {
  const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  const told = entries
    .sort((one, other) => other.startTime - one.startTime)
    .flatMap((entry) => ('serverTiming' in entry ? (entry as PerformanceResourceTiming).serverTiming : []))
  return told.find(({ name }) => name === REFERENCE_TIMING)?.description ?? null
}
