import type { PeerAnswer } from '#/tests/support/peer.ts'
import type { TestPortal } from '#/tests/support/portal.ts'
import { wholePage } from '#/tests/support/whole-page.ts'

const STACK = /node_modules| at (?:async )?\S+ \(|\.tsx?:\d|PrismaClient|ECONN|Invalid `/

function bodyFaults({ status, headers, text }: PeerAnswer): string[] {
  const type = String(headers['content-type'] ?? '')
  if (type.startsWith('text/html')) {
    const page = new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)]))
    return wholePage({ status, url: '', headers: page, text, location: null }).faults
  }
  if (type.startsWith('application/problem+json')) {
    const problem = JSON.parse(text) as { readonly status?: unknown; readonly title?: unknown; readonly code?: unknown }
    const isSound = problem.status === status && Boolean(problem.title) && Boolean(problem.code)
    return isSound ? [] : [`no problem document: ${text.slice(0, 200)}`]
  }
  return status >= 400 ? [`a refusal of type ${type || 'nothing'}: ${text.slice(0, 80)}`] : []
}

/** What is wrong with an answer to something that no page of ours sends: all of it must be a page or a problem document. */
export function answerFaults(portal: TestPortal, answer: PeerAnswer): string[] {
  const { status, headers, text } = answer
  const faults = status >= 500 ? [`status ${status}`] : []
  if (STACK.test(text)) faults.push('a stack trace')
  const { location } = headers
  if (typeof location === 'string') {
    const { origin } = new URL(location, portal.url)
    return [portal.url, portal.makelaarUrl].includes(origin) ? faults : [...faults, `leads to ${location}`]
  }
  const isEmpty = text === '' || answer.status === 204
  return isEmpty ? faults : [...faults, ...bodyFaults(answer)]
}
