/** Field of a form that asks for all that a list shows: when the list was made, in milliseconds. */
export const ALL_UNTIL = 'alles'
