import { sharedState } from '#/lib/platform/shared-state.ts'

type Close = () => void

/** Streams that are open: an answer without an end would keep the process from ending. */
const streams = sharedState('event-streams', () => {
  const open = new Set<Close>()
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.once(signal, () => {
      for (const close of open) close()
    })
  return open
})

/** Has `close` called when the process is asked to end, until the returned function is called. */
export function closeAtEnd(close: Close): () => void {
  streams.add(close)
  return () => streams.delete(close)
}
