/** What tabs of one browser tell each other about their one session. Times are the server's (ISO 8601). */
export type TabMessage =
  | { readonly kind: 'extended'; readonly idleEndsAt: string }
  | { readonly kind: 'ended' }
  | { readonly kind: 'logged-out' }

const CHANNEL = 'portaal-sessie'

function asMessage(value: unknown): TabMessage | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null
  if (value.kind === 'ended' || value.kind === 'logged-out') return { kind: value.kind }
  if (value.kind === 'extended' && 'idleEndsAt' in value && typeof value.idleEndsAt === 'string')
    return { kind: 'extended', idleEndsAt: value.idleEndsAt }
  return null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Another script's value under our name: no message of ours.
    return null
  }
}

/** The older way: a value in the storage is announced to the other tabs. Nothing personal is put there. */
function connectByStorage(receive: (message: TabMessage) => void) {
  const listen = (event: StorageEvent) => {
    if (event.key !== CHANNEL || event.newValue === null) return
    const message = asMessage(parsed(event.newValue))
    if (message) receive(message)
  }
  window.addEventListener('storage', listen)
  return {
    tell: (message: TabMessage) => {
      // Removed first: setting the same value again would not be announced.
      window.localStorage.removeItem(CHANNEL)
      window.localStorage.setItem(CHANNEL, JSON.stringify(message))
    },
    close: () => window.removeEventListener('storage', listen),
  }
}

/** Connects this tab with the others: `tell` reaches all of them, never the teller. */
export function connectTabs(receive: (message: TabMessage) => void): {
  readonly tell: (message: TabMessage) => void
  readonly close: () => void
} {
  if (!('BroadcastChannel' in window)) return connectByStorage(receive)
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = (event) => {
    const message = asMessage(event.data)
    if (message) receive(message)
  }
  return { tell: (message) => channel.postMessage(message), close: () => channel.close() }
}
