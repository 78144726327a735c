'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { buttonLook } from '#/app/_ui/button-look.ts'
import { requestReference } from '#/app/_ui/request-reference.ts'
import { serverProblem as en } from '#/lib/platform/i18n/en/errors-server.ts'
import { serverProblem as nl } from '#/lib/platform/i18n/nl/errors-server.ts'

/** What Next hands to an error page. */
export type ErrorPageProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }

// Every page loads the error pages: they bring no links of Next, which are a third of their size, and only their own texts.
// An error page gets no texts from the server, so it carries its own few in both languages.
const subscribe = () => () => undefined
const pageLanguage = () => document.documentElement.lang
const useCopy = () => (useSyncExternalStore(subscribe, pageLanguage, () => 'nl') === 'en' ? en : nl)

/** What stands on a page that broke: no stack, no code in the heading, and the reference that is in the log. */
export function ServerProblem({ error, reset }: ErrorPageProps) {
  const copy = useCopy()
  const [reference, setReference] = useState<string | null>(null)
  useEffect(() => {
    setReference(requestReference() ?? error.digest ?? null)
    document.title = copy.server.title
  }, [error.digest, copy])
  return (
    <div className="flex flex-col items-start gap-6">
      <h1 className="text-h1-phone md:text-h1">{copy.server.title}</h1>
      <p className="max-w-text">{copy.server.what}</p>
      <p className="max-w-text">{copy.server.kept}</p>
      <ol className="flex list-decimal flex-col gap-2 ps-6">
        <li>{copy.server.step1}</li>
        <li>{copy.server.step2}</li>
      </ol>
      {reference ? (
        <p>
          {copy.server.reference} <span className="font-mono break-all">{reference}</span>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <button type="button" onClick={reset} className={buttonLook('primary')}>
          {copy.server.retry}
        </button>
        <a href="/help" className={buttonLook('secondary')}>
          {copy.help}
        </a>
      </div>
    </div>
  )
}
