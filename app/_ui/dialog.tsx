'use client'

import { useEffect, useId, useRef } from 'react'

type DialogProps = {
  readonly open: boolean
  readonly title: string
  /** Escape, or the browser's way back. */
  readonly onDismiss: () => void
  /** For what must be answered before anything else. */
  readonly role?: 'dialog' | 'alertdialog'
  /** Id of the paragraph in it that says what it is about, for who hears it. */
  readonly describedBy?: string
  readonly children: React.ReactNode
}

/** The browser's own modal dialog: it holds the focus, dims the page and gives the focus back at the end. */
export function Dialog({ open, title, onDismiss, role = 'dialog', describedBy, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    <dialog
      ref={ref}
      role={role}
      aria-labelledby={titleId}
      aria-describedby={open ? describedBy : undefined}
      onCancel={(event) => {
        // The owner decides what Escape means; the dialog closes when `open` says so.
        event.preventDefault()
        onDismiss()
      }}
      data-surface="dialog"
      className="m-auto w-[min(35rem,calc(100vw-2rem))] rounded-panel bg-paper p-6 text-ink sm:p-8"
    >
      {open ? (
        <div className="flex flex-col gap-4">
          <h2 id={titleId} className="text-h2">
            {title}
          </h2>
          {children}
        </div>
      ) : (
        <span id={titleId} />
      )}
    </dialog>
  )
}
