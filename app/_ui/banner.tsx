import { classNames } from '#/app/_ui/class-names.ts'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from '#/app/_ui/drawings.ts'
import { FocusOnArrival } from '#/app/_ui/focus-on-arrival.tsx'
import { Icon } from '#/app/_ui/icon.tsx'
import { TONE_SURFACE, TONE_TEXT } from '#/app/_ui/tone.ts'

const ICONS = { ok: CircleCheck, info: Info, warn: TriangleAlert, bad: CircleAlert } as const

type BannerProps = {
  readonly tone: keyof typeof ICONS
  readonly title: string
  /** After an act: read at once and focused once. Otherwise the banner is part of the page. */
  readonly announce?: boolean
  readonly children?: React.ReactNode
}

/** One message above the content; at most one per page and never beside an error summary. */
export function Banner({ tone, title, announce = false, children }: BannerProps) {
  const Element = announce ? FocusOnArrival : 'div'
  return (
    <Element
      role={announce ? 'alert' : undefined}
      data-surface={tone}
      className={classNames('flex items-start gap-3 rounded-panel border p-5', TONE_SURFACE[tone])}
    >
      <Icon of={ICONS[tone]} className={classNames('mt-0.5 size-6 shrink-0', TONE_TEXT[tone])} />
      <div className="flex max-w-text min-w-0 flex-col gap-1">
        <p className="font-heavy">{title}</p>
        {children}
      </div>
    </Element>
  )
}
