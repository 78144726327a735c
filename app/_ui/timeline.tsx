import { classNames } from '#/app/_ui/class-names.ts'
import type { Drawing } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { TONE_TEXT, type Tone } from '#/app/_ui/tone.ts'

export type TimelineEvent = {
  readonly key: string
  readonly title: string
  readonly icon: Drawing
  readonly tone: Tone
  /** The moment in words, and for machines (ISO 8601). */
  readonly when: string
  readonly dateTime: string
  readonly actor?: string | null
  readonly children?: React.ReactNode
}

/** What happened, newest first; the newest is the present step. */
export function Timeline({ events, currentText }: { events: readonly TimelineEvent[]; currentText: string }) {
  return (
    <ol className="flex flex-col">
      {events.map((event, index) => (
        <li
          key={event.key}
          aria-current={index === 0 ? 'step' : undefined}
          className="relative flex gap-3 pb-5 last:pb-0 not-last:before:absolute not-last:before:start-4 not-last:before:top-9 not-last:before:bottom-0 not-last:before:w-px not-last:before:bg-line-strong"
        >
          <span
            className={classNames(
              'flex size-8.5 shrink-0 items-center justify-center rounded-full border bg-paper',
              index === 0 ? 'border-2 border-current' : 'border-line-strong',
              TONE_TEXT[event.tone],
            )}
          >
            <Icon of={event.icon} className="size-4.5" />
          </span>
          <div className="flex min-w-0 flex-col pt-0.5">
            <span className={index === 0 ? 'font-heavy' : 'font-semibold'}>
              {event.title}
              {index === 0 ? <span className="sr-only"> ({currentText})</span> : null}
            </span>
            <span className="text-small text-ink-soft">
              <time dateTime={event.dateTime}>{event.when}</time>
              {event.actor ? `, ${event.actor}` : null}
            </span>
            {event.children ? <div className="text-small">{event.children}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
