import { answerHeaders } from '#/lib/platform/http/secure-answers.ts'

// Outside the demo a browser may never come back over plain http; in the demo, on http, the header would be a lie.
it.each(['test', 'productie'] as const)('tells browsers to use https only, in %s', (omgeving) => {
  expect(answerHeaders(omgeving)['strict-transport-security']).toBe('max-age=63072000; includeSubDomains; preload')
  expect(answerHeaders('demo')).not.toHaveProperty('strict-transport-security')
})
