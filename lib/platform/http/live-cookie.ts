/** Set by the browser's script while it brings a page up to date by itself, and only then. It says nothing of a person. */
export const LIVE_COOKIE = { name: 'portaal-live', value: '1' } as const
