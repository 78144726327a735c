import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state'
import { dropOddRouterHeaders } from '#/lib/platform/http/router-headers.ts'
import { NO_TREES, stateTree } from '#/tests/support/tricks.ts'

function kept(headers: Readonly<Record<string, string>>): Record<string, unknown> {
  const copy = { ...headers }
  dropOddRouterHeaders(copy, parseAndValidateFlightRouterState)
  return copy
}

// Guards "Bad input": what the framework's router cannot have sent became a 500, or an answer that nobody of ours gave.
describe('the headers of the router', () => {
  it('are left alone when a page of ours may have sent them', () => {
    const headers = {
      rsc: '1',
      'next-router-state-tree': stateTree('(portaal)', 'dashboard'),
      'next-url': '/dashboard',
    }
    expect(kept(headers)).toEqual(headers)
    expect(kept({ accept: '*/*' })).toEqual({ accept: '*/*' })
  })

  it.each(NO_TREES.map((tree) => [tree.slice(0, 20), tree]))('are taken away when they say no place: %s', (_, tree) => {
    expect(kept({ rsc: '1', 'next-router-state-tree': tree })).toEqual({ rsc: '1' })
  })

  it('are taken away when they are a word of the older router', () => {
    expect(kept({ 'x-middleware-prefetch': '1', accept: '*/*' })).toEqual({ accept: '*/*' })
  })
})
