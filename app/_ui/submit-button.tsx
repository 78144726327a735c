'use client'

import { useFormStatus } from 'react-dom'
import { Button } from '#/app/_ui/button.tsx'
import type { ButtonLook } from '#/app/_ui/button-look.ts'

type SubmitButtonProps = {
  readonly children: React.ReactNode
  /** Replaces the words while sending: "Bezig met opslaan…". */
  readonly busyText: string
  readonly look?: ButtonLook
  /** When the form sends by script itself, it says so here. */
  readonly pending?: boolean
  readonly name?: string
  readonly value?: string
}

/** Sends its form once: while sending it says so and further presses do nothing. It keeps its focus (no `disabled`). */
export function SubmitButton({ children, busyText, look = 'primary', pending = false, ...rest }: SubmitButtonProps) {
  const status = useFormStatus()
  const busy = pending || status.pending
  return (
    <Button
      {...rest}
      look={look}
      wideOnPhone
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
      }}
    >
      {busy ? busyText : children}
    </Button>
  )
}
