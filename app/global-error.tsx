'use client'

import '#/app/globals.css'
import { ProblemShell } from '#/app/_ui/problem-shell.tsx'
import { type ErrorPageProps, ServerProblem } from '#/app/_ui/server-problem.tsx'

/** When even the document could not be made. */
export default function GlobalError(props: ErrorPageProps) {
  return (
    <html lang="nl" data-theme="system">
      <body>
        <ProblemShell>
          <ServerProblem {...props} />
        </ProblemShell>
      </body>
    </html>
  )
}
