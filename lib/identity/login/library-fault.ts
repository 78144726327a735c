const NO_ANSWER = /timed out|socket hang up|got: 5\d\d\b|^(?:server_error|temporarily_unavailable)\b/
const NO_CONNECTION = /^(?:ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)/

function errorOf(metadata: unknown): Error | null {
  if (metadata instanceof Error) return metadata
  const inner = typeof metadata === 'object' && metadata !== null && 'error' in metadata ? metadata.error : null
  return inner instanceof Error ? inner : null
}

/**
 * Whether the login library failed because the makelaar could not be reached, answered too late or answered 5xx. That is
 * an event of availability and no refused login (eHerkenning, errors and cancel). The library passes the cause on as
 * text only.
 */
export function isMakelaarAway(metadata: unknown): boolean {
  const error = errorOf(metadata)
  if (!error) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return NO_CONNECTION.test(code) || NO_ANSWER.test(error.message)
}
