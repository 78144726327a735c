/** A script says by this that nobody asked for its request just now. It only takes away: nothing counts for more by it. */
export const BY_ITSELF = { 'X-Portaal-Vanzelf': '1' } as const
