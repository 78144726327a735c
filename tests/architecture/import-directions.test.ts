import { existsSync } from 'node:fs'
import { allSources, type Source } from '#/tests/architecture/sources.ts'

const sources = allSources()

/** Imports of files under `from` that the predicate refuses, as `file -> import`. */
function wrong(from: RegExp, isWrong: (target: string, source: Source) => boolean): string[] {
  return sources
    .filter((source) => from.test(source.path))
    .flatMap((source) =>
      source.imports.filter((target) => isWrong(target, source)).map((target) => `${source.path} -> ${target}`),
    )
}

const domainOf = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1]

describe('imports point down', () => {
  test('are found at all, and lead to files that exist', () => {
    const own = sources.flatMap((source) =>
      source.imports.filter((target) => /^(app|lib|simulators|scripts|tests)\//.test(target)),
    )
    expect(own.length).toBeGreaterThan(300)
    expect(own.filter((target) => !target.startsWith('lib/generated/') && !existsSync(target))).toEqual([])
  })

  test('from lib never to app, simulators, scripts or tests', () => {
    expect(wrong(/^lib\//, (target) => /^(app|simulators|scripts|tests)\//.test(target))).toEqual([])
  })

  test('from app never to simulators, scripts or tests', () => {
    expect(wrong(/^app\//, (target) => /^(simulators|scripts|tests)\//.test(target))).toEqual([])
  })

  test('from lib/platform to no domain', () => {
    expect(
      wrong(/^lib\/platform\//, (target) => target.startsWith('lib/') && !/^lib\/(platform|generated)\//.test(target)),
    ).toEqual([])
  })

  test('from a domain to no framework', () => {
    expect(wrong(/^lib\/(?!platform\/)/, (target) => /^(next|react|react-dom)(\/|$)/.test(target))).toEqual([])
  })

  // Guards the tenancy of every query: a repository is private to its domain.
  test('to a repository from its own domain only', () => {
    const isForeign = (target: string, source: Source) =>
      /^lib\/.*repository\.ts$/.test(target) && domainOf(target) !== domainOf(source.path)
    expect(wrong(/^(app|lib|simulators)\//, isForeign)).toEqual([])
  })

  test('from schema.ts and rules.ts to nothing that only a server has', () => {
    expect(
      wrong(/^lib\/.*\/(schema|rules)\.ts$/, (target) =>
        /^node:|^pg$|^pg-boss$|^lib\/platform\/(db|storage|mail|log)|^lib\/generated\/prisma\/client/.test(target),
      ),
    ).toEqual([])
  })
})
