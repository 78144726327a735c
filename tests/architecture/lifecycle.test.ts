import { allSources } from '#/tests/architecture/sources.ts'

// Guards the timeline: a status that changes by another road leaves no trace of who and when.
describe('the status of a bericht', () => {
  it('is written by lib/berichten/repository.ts only', () => {
    const writers = allSources().filter(
      ({ path, text }) =>
        /^(?:app|lib|simulators)\//.test(path) &&
        !path.startsWith('lib/generated/') &&
        (/\bbericht\.(?:create|createMany|update|updateMany|upsert)\(/.test(text) ||
          /\b(?:INSERT INTO|UPDATE) bericht\b/.test(text) ||
          /\bbericht_status_change\s*\(/.test(text) ||
          /\bberichtStatusChange\.(?:create|createMany|update|updateMany|upsert)\(/.test(text)),
    )
    expect(writers.map(({ path }) => path)).toEqual(['lib/berichten/repository.ts'])
  })
})
