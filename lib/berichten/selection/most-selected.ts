/** So many berichten go into one zip. */
export const MOST_SELECTED = 1_000
