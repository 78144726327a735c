import { classNames } from '#/app/_ui/class-names.ts'
import { TONE_SURFACE, type Tone } from '#/app/_ui/tone.ts'

type PanelProps = {
  readonly title?: string
  readonly tone?: Tone
  /** The one panel of the page that is the main road: an accent along its top. */
  readonly marked?: boolean
  readonly id?: string
  readonly children: React.ReactNode
}

/** A piece of the page with a heading of its own. */
export function Panel({ title, tone = 'plain', marked = false, id, children }: PanelProps) {
  const Element = title ? 'section' : 'div'
  return (
    <Element
      id={id}
      data-surface={tone}
      className={classNames(
        'pz-rhythm flex min-w-0 flex-col gap-3 rounded-panel border p-5 sm:p-6',
        TONE_SURFACE[tone],
        // A bar, no border: the heading stays in line with that of the panel beside it.
        marked && 'relative overflow-clip before:absolute before:inset-x-0 before:top-0 before:h-1.25 before:bg-accent',
      )}
    >
      {title ? <h2 className="text-h2">{title}</h2> : null}
      {children}
    </Element>
  )
}
