'use client'

import '#/app/globals.css'
import { type ErrorPageProps, ServerProblem } from '#/app/_ui/server-problem.tsx'

/** When even the document could not be made. */
export default function GlobalError(props: ErrorPageProps) {
  return (
    <html lang="nl" data-theme="system">
      <body>
        <main id="inhoud" className="mx-auto w-full max-w-page px-4 py-12 sm:px-6 lg:px-8">
          <ServerProblem {...props} />
        </main>
      </body>
    </html>
  )
}
