import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import nextModulesLoader from '#/scripts/building/next-modules-loader.ts'

describe('the modules of Next that are sent to browsers', () => {
  const project = mkdtempSync(join(tmpdir(), 'portaal-zorg-loader-'))
  const dist = join(project, 'node_modules/next/dist')
  afterAll(() => rmSync(project, { recursive: true }))

  function loaded(resourcePath: string, source: string) {
    const watched: string[] = []
    const context = { resourcePath, addDependency: (file: string) => watched.push(file) }
    return { code: nextModulesLoader.call(context, source), watched }
  }

  it('are the copies that a bundler can take apart, where Next has one', () => {
    const copy = join(dist, 'esm/client/link.js')
    mkdirSync(dirname(copy), { recursive: true })
    writeFileSync(copy, 'export const link = 1')
    expect(loaded(join(dist, 'client/link.js'), 'exports.link = 1')).toEqual({
      code: 'export const link = 1',
      watched: [copy],
    })
  })

  it.each(['node_modules/next/dist/client/alone.js', 'node_modules/other/client/link.js', 'app/link.js'])(
    'stay as they are where there is no copy: %s',
    (path) => {
      expect(loaded(join(project, path), 'exports.link = 1')).toEqual({ code: 'exports.link = 1', watched: [] })
    },
  )

  // A new version of Next that no longer brings the copies must be noticed here, not by a page that grew.
  it.each(['client/app-index.js', 'client/components/app-router.js', 'shared/lib/utils.js', 'lib/constants.js'])(
    'have their copy in the installed version: %s',
    (file) => {
      expect(existsSync(join(process.cwd(), 'node_modules/next/dist/esm', file))).toBe(true)
      expect(existsSync(join(process.cwd(), 'node_modules/next/dist', file))).toBe(true)
    },
  )
})
