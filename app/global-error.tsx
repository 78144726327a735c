'use client'

import '#/app/globals.css'
import { BrokenPage } from '#/app/_ui/broken-page.tsx'
import type { ErrorPageProps } from '#/app/_ui/server-problem.tsx'

/** When even the document could not be made. */
export default function GlobalError(props: ErrorPageProps) {
  return (
    <html lang="nl" data-theme="system">
      <body>
        <BrokenPage {...props} />
      </body>
    </html>
  )
}
