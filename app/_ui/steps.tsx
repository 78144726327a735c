import { classNames } from '#/app/_ui/class-names.ts'
import { Check } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'

export type Step = {
  readonly key: string
  readonly label: string
  readonly state: 'done' | 'current' | 'next'
  readonly note?: React.ReactNode
}

const CIRCLE = {
  done: 'border-ok text-ok',
  current: 'border-action bg-action text-on-action',
  next: 'border-line-strong text-ink-soft',
} as const

/** A state machine as steps: what is done, where one is, what follows. Each step says its state in a word. */
export function Steps({ steps, words }: { steps: readonly Step[]; words: Readonly<Record<Step['state'], string>> }) {
  return (
    <ol className="flex flex-col gap-4 md:flex-row md:flex-wrap md:gap-x-8">
      {steps.map((step, index) => (
        <li
          key={step.key}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className="flex items-start gap-3 bg-transparent text-ink"
        >
          <span
            className={classNames(
              'flex size-9 shrink-0 items-center justify-center rounded-full border-2 font-semibold',
              CIRCLE[step.state],
            )}
          >
            {step.state === 'done' ? (
              <Icon of={Check} className="size-5" />
            ) : (
              <span aria-hidden="true">{index + 1}</span>
            )}
          </span>
          <span className="flex flex-col">
            <span className={step.state === 'current' ? 'font-heavy' : undefined}>{step.label}</span>
            <span className="text-small text-ink-soft">{words[step.state]}</span>
            {step.note ? <span className="text-small text-ink-soft">{step.note}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}
