/** Set by the browser's script while it brings a page up to date by itself, and only then. It says nothing of a person. */
export const LIVE_COOKIE = 'portaal-live=1'
