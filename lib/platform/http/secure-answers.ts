import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import type { Omgeving } from '#/lib/platform/settings/parse-settings.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

const ANSWER_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
} as const

// Two years, as the list of preloaded sites asks. Not in the demo, which speaks http on localhost.
const HSTS = 'max-age=63072000; includeSubDomains; preload'

/**
 * Headers of every answer, whatever makes it. `same-origin` and not `no-referrer`: forms would then be posted with
 * `Origin: null`, which our own check refuses.
 */
export const answerHeaders = (omgeving: Omgeving): Readonly<Record<string, string>> => ({
  ...ANSWER_HEADERS,
  ...(omgeving === 'demo' ? {} : { 'strict-transport-security': HSTS }),
})

/**
 * Puts these headers on every answer of this process before Next sees the request: pages, the HTTP interface, redirects,
 * static files, uploads that middleware does not see, and answers that Next makes by itself. What is decided when the
 * process starts, such as HSTS, cannot stand in next.config.ts, which is read when the portal is built.
 * Call once per process; a second call does nothing.
 */
export function secureAnswers(): void {
  sharedState('secured-answers', () => {
    const headers = Object.entries(answerHeaders(settings().omgeving))
    subscribe('http.server.request.start', (message) => {
      const { response } = message as { response: ServerResponse }
      for (const [name, value] of headers) response.setHeader(name, value)
    })
    return true
  })
}
