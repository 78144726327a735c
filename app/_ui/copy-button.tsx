'use client'

import { useState } from 'react'
import { Button } from '#/app/_ui/button.tsx'

type CopyButtonProps = {
  readonly value: string
  readonly texts: { readonly copy: string; readonly copied: string; readonly failed: string }
}

/** Puts a text on the clipboard and says whether it worked. Without script it is not there: the text can be selected. */
export function CopyButton({ value, texts }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    )
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2" data-print="no">
      <Button type="button" look="secondary" onClick={() => void copy()}>
        {texts.copy}
      </Button>
      <span role="status" className="text-small">
        {outcome === null ? '' : texts[outcome]}
      </span>
    </div>
  )
}
