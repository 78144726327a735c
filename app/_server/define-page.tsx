import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentSession } from '#/app/_server/require-actor.ts'
import { LostFaults } from '#/app/_ui/lost-faults.tsx'
import { Problem } from '#/app/_ui/problem.tsx'
import { recordRefusedAccess } from '#/lib/audit/record-refused-access.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { type AnswerNotes, answerNotes, noteAnswer } from '#/lib/platform/http/answer-notes.ts'
import { REQUEST_ID_HEADER } from '#/lib/platform/http/mark-requests.ts'

type Refusal = NonNullable<AnswerNotes['refusal']>

const STATUS: Readonly<Record<Refusal, number>> = { notFound: 404, forbidden: 403 }

const requestIdOf = async (): Promise<string> => (await headers()).get(REQUEST_ID_HEADER) ?? ''

/** What a refusal of a use case is to the visitor. Null for redirects and surprises, which go on as they are. */
function refusalOf(error: unknown): Refusal | null {
  unstable_rethrow(error)
  if (error instanceof NotFoundError) return 'notFound'
  return error instanceof ForbiddenError ? 'forbidden' : null
}

async function homeOf(): Promise<string> {
  const session = await currentSession()
  if (session.kind !== 'live') return '/'
  return session.actor.kind === 'staff' ? '/servicedesk/gemeenten' : '/dashboard'
}

async function refused(requestId: string, refusal: Refusal): Promise<ReactNode> {
  noteAnswer(requestId, { status: STATUS[refusal] })
  return <Problem kind={refusal} home={await homeOf()} />
}

/**
 * The one way to make a page. What its use case does not find, another gemeente's things included, becomes the page 404;
 * what it refuses inside the own gemeente the page 403, logged; so does what the gate or an action before it refused. Both
 * are whole pages in the frame with the status of the answer, also without script: Next's own notFound() and forbidden()
 * send an empty document, which only a script fills. Everything else stays an exception.
 */
export function definePage<P>(view: (props: P) => Promise<ReactNode>): (props: P) => Promise<ReactNode> {
  return async (props) => {
    const requestId = await requestIdOf()
    noteAnswer(requestId, { isBegun: true })
    const { refusal, hasFailed, formFaults } = answerNotes(requestId)
    if (refusal) return refused(requestId, refusal)
    try {
      const shown = await view(props)
      if (hasFailed) noteAnswer(requestId, { status: 500 })
      // Always the same two places: React gives a form its answer by where it stands, in the page before and in this one.
      return (
        <>
          {formFaults ? <LostFaults faults={formFaults} /> : null}
          {shown}
        </>
      )
    } catch (error) {
      const found = refusalOf(error)
      if (!found) throw error
      const session = await currentSession()
      if (error instanceof ForbiddenError && session.kind === 'live') await recordRefusedAccess(session.actor, error)
      return refused(requestId, found)
    }
  }
}

const refusedTitle = async (refusal: Refusal): Promise<Metadata> => ({
  title: (await getTranslations('errors'))(`${refusal}.title`),
})

/** The title of a page made by definePage: its own, or that of what is shown in its place. */
export function pageTitle<P>(title: (props: P) => Promise<string>): (props: P) => Promise<Metadata> {
  return async (props) => {
    const { refusal } = answerNotes(await requestIdOf())
    if (refusal) return refusedTitle(refusal)
    try {
      return { title: await title(props) }
    } catch (error) {
      const found = refusalOf(error)
      if (!found) throw error
      return refusedTitle(found)
    }
  }
}
