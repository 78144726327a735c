import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { jobRegistry } from '#/lib/jobs/registry.ts'

describe('job registry', () => {
  // Guards against a job that is enqueued and never run because somebody forgot to list it.
  it('lists every definition, each name once', async () => {
    const folder = 'lib/jobs/definitions'
    const names = jobRegistry.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const file of readdirSync(folder)) {
      const exported: Record<string, unknown> = await import(pathToFileURL(join(folder, file)).href)
      const jobs = Object.values(exported).filter(
        (value) => typeof value === 'object' && value !== null && 'dataOf' in value,
      )
      expect(jobs).toHaveLength(1)
      expect(jobRegistry).toContain(jobs[0])
    }
    expect(readdirSync(folder)).toHaveLength(jobRegistry.length)
  })
})
