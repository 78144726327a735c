'use client'

import { ProblemShell } from '#/app/_ui/problem-shell.tsx'
import { type ErrorPageProps, ServerProblem } from '#/app/_ui/server-problem.tsx'

/** When the frame of a page broke, too. */
export function BrokenPage(props: ErrorPageProps) {
  return (
    <ProblemShell>
      <ServerProblem {...props} />
    </ProblemShell>
  )
}
