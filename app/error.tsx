'use client'

import { type ErrorPageProps, ServerProblem } from '#/app/_ui/server-problem.tsx'

/** When the frame of a page broke, too. */
export default function ErrorPage(props: ErrorPageProps) {
  return (
    <main id="inhoud" className="mx-auto w-full max-w-page px-4 py-12 sm:px-6 lg:px-8">
      <ServerProblem {...props} />
    </main>
  )
}
