/** The items of a list that never changes while it is shown, each with its place as a key: what they say may be equal. */
export const placed = <T>(items: readonly T[]): readonly { readonly item: T; readonly place: string }[] =>
  items.map((item, index) => ({ item, place: String(index) }))
