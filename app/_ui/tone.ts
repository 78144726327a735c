/** What a state means for the reader. `plain` is finished and needs no eye; `quiet` is under way. */
export type Tone = 'plain' | 'quiet' | 'ok' | 'info' | 'warn' | 'bad'

/** Badge colours per tone; finished things stay plain text, so that the eye goes to what needs work. */
export const TONE_BADGE: Readonly<Record<Tone, string>> = {
  plain: 'text-ink',
  quiet: 'rounded-control bg-tint px-2 py-0.5 text-ink',
  ok: 'rounded-control bg-ok-ground px-2 py-0.5 text-ok',
  info: 'rounded-control bg-info-ground px-2 py-0.5 text-info',
  warn: 'rounded-control bg-warn-ground px-2 py-0.5 text-warn',
  bad: 'rounded-control bg-bad-ground px-2 py-0.5 text-bad',
}

/** Surface colours per tone, for panels and banners. */
export const TONE_SURFACE: Readonly<Record<Tone, string>> = {
  plain: 'border-line bg-paper',
  quiet: 'border-transparent bg-tint',
  ok: 'border-transparent bg-ok-ground',
  info: 'border-transparent bg-info-ground',
  warn: 'border-transparent bg-warn-ground',
  bad: 'border-transparent bg-bad-ground',
}

export const TONE_TEXT: Readonly<Record<Tone, string>> = {
  plain: 'text-ink',
  quiet: 'text-ink',
  ok: 'text-ok',
  info: 'text-info',
  warn: 'text-warn',
  bad: 'text-bad',
}
