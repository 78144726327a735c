import { classNames } from '#/app/_ui/class-names.ts'

type FileDropProps = {
  /** Drawn on the server: a drawing is not sent as a script. */
  readonly icon: React.ReactNode
  readonly title: string
  readonly text: string
  /** While files hang above the page. */
  readonly active?: boolean
  /** The file input with its button; it stays reachable by keyboard. */
  readonly children: React.ReactNode
}

/** The look of the place where files are delivered; what happens with them is its owner's. */
export function FileDrop({ icon, title, text, active = false, children }: FileDropProps) {
  return (
    <section
      aria-label={title}
      data-surface="drop"
      className={classNames(
        'flex flex-wrap items-center gap-x-5 gap-y-3 rounded-panel border-2 border-dashed p-4 sm:p-6',
        active ? 'border-action bg-tint' : 'border-line-strong bg-paper',
      )}
    >
      {icon}
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-base font-heavy">{title}</p>
        <p className="text-small text-ink-soft">{text}</p>
      </div>
      {children}
    </section>
  )
}
