import { allSources } from '#/tests/architecture/sources.ts'
import { writePaths } from '#/tests/architecture/write-paths/code-graph.ts'

it('x', () => {
  expect(writePaths(allSources())).toEqual([])
})
