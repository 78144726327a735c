import { classNames } from '#/app/_ui/class-names.ts'
import type { Drawing } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { TONE_BADGE, type Tone } from '#/app/_ui/tone.ts'

export type StatusLook = { readonly tone: Tone; readonly icon: Drawing }

type StatusProps = StatusLook & { readonly label: string; readonly line?: React.ReactNode }

/** A state: icon, word and tone, and below it one line of why. Never colour alone. */
export function Status({ tone, icon, label, line }: StatusProps) {
  return (
    <span className="flex flex-col items-start gap-1">
      <span
        data-surface={tone}
        className={classNames(
          'inline-flex items-start gap-2 text-base font-semibold lg:whitespace-nowrap',
          TONE_BADGE[tone],
        )}
      >
        <Icon of={icon} className="mt-1 size-4.5 shrink-0" strokeWidth={2.25} />
        {label}
      </span>
      {line ? <span className="text-small text-ink-soft">{line}</span> : null}
    </span>
  )
}
