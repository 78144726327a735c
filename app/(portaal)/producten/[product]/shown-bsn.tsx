'use client'

import { useEffect, useState } from 'react'
import { Link } from '#/app/_ui/link.tsx'

type ShownBsnProps = {
  readonly bsn: string
  readonly shownSeconds: number
  /** The page without what was asked. */
  readonly ownHref: string
  readonly backHref: string
  readonly texts: { readonly [Key in 'shown' | 'hidden' | 'again' | 'back']: string }
}

/** A Bsn for a while: it goes off the page when its time is over, and when the page goes out of sight for good. Never in print. */
export function ShownBsn({ bsn, texts, shownSeconds, ownHref, backHref }: ShownBsnProps) {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const hide = () => setOver(true)
    const timer = window.setTimeout(hide, shownSeconds * 1_000)
    window.addEventListener('pagehide', hide)
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('pagehide', hide)
    }
  }, [shownSeconds])
  return (
    <div className="flex flex-col gap-4">
      <div role="status" className="flex flex-col gap-2">
        <p>{isOver ? texts.hidden : texts.shown}</p>
        {isOver ? null : <p className="pz-code text-h2 print:hidden">{bsn}</p>}
      </div>
      <div className="flex flex-wrap gap-4">
        <a href={ownHref} className="text-link underline underline-offset-4">
          {texts.again}
        </a>
        <Link href={backHref}>{texts.back}</Link>
      </div>
      <noscript>
        <meta httpEquiv="refresh" content={`${shownSeconds};url=${ownHref}`} />
      </noscript>
    </div>
  )
}
