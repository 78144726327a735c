import { classNames } from '#/app/_ui/class-names.ts'
import { Upload } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'

type FileDropProps = {
  readonly title: string
  readonly text: string
  /** While files hang above the page. */
  readonly active?: boolean
  /** The file input with its button; it stays reachable by keyboard. */
  readonly children: React.ReactNode
}

/** The look of the place where files are delivered; what happens with them is its owner's. */
export function FileDrop({ title, text, active = false, children }: FileDropProps) {
  return (
    <section
      aria-label={title}
      data-surface="drop"
      className={classNames(
        'flex flex-wrap items-center gap-x-5 gap-y-3 rounded-panel border-2 border-dashed p-4 sm:p-6',
        active ? 'border-action bg-tint' : 'border-line-strong bg-paper',
      )}
    >
      <span className="flex size-12 shrink-0 items-center max-sm:hidden justify-center rounded-control bg-tint text-action">
        <Icon of={Upload} className="size-6" />
      </span>
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-base font-heavy">{title}</p>
        <p className="text-small text-ink-soft">{text}</p>
      </div>
      {children}
    </section>
  )
}
