/** What the tab shows of the berichten about the eigen bijdrage: all, what has no answer yet, what is new, what went wrong. */
export const SHOWN = ['alles', 'onbeantwoord', 'ophalen', 'fouten'] as const
export type Shown = (typeof SHOWN)[number]
