import { AUDIT_EVENTS } from '#/lib/audit/events.ts'
import { allSources, type Source } from '#/tests/architecture/sources.ts'
import { writePaths } from '#/tests/architecture/write-paths/code-graph.ts'
import { RECORDED, UNRECORDED } from '#/tests/support/audit/write-paths.ts'

const sources = allSources()
const found = writePaths(sources)

// Guards access-norms chapter 6: what writes personal data or access is in the log. Which functions do is read from the code.
describe('everything in lib that writes', () => {
  it('has a line that names its events, or says why there is none', () => {
    expect(found).toEqual([...Object.keys(RECORDED), ...Object.keys(UNRECORDED)].toSorted())
  })

  it('writes only events that the log knows, and each of them is written by something', () => {
    const named = new Set(Object.values(RECORDED).flat())
    expect([...named].toSorted()).toEqual(Object.keys(AUDIT_EVENTS).toSorted())
    const lib = sources.filter(({ path }) => path.startsWith('lib/') && !path.startsWith('lib/platform/i18n/'))
    const text = lib
      .filter(({ path }) => !path.startsWith('lib/audit/'))
      .map((source) => source.text)
      .join('\n')
    const own = lib
      .filter(({ path }) => /lib\/audit\/(?:read-log|record-fault|record-refused)/.test(path))
      .map((source) => source.text)
      .join('\n')
    expect([...named].filter((event) => !`${text}${own}`.includes(`'${event}'`))).toEqual([])
  })
})

const source = (path: string, text: string): Source => ({ path, text, imports: [] })
const REPOSITORY = source(
  'lib/x/repository.ts',
  'export async function saveRow(tx: Tx): Promise<void> {\n  await tx.member.update({})\n}\n',
)

// The reading above is by the form of the text: these are the forms that must not slip through it.
describe('a new use case that writes is seen', () => {
  it.each([
    [
      'by Prisma',
      'export async function act() {\n  return inTransaction(realm, (tx) => tx.member.create({ data }))\n}\n',
    ],
    ['by SQL', 'export const act = () => database().$executeRaw`DELETE FROM member`\n'],
    [
      'by SQL of a named table',
      'export const act = () => inTransaction(realm, (tx) => tx.$executeRaw`UPDATE "user" SET id = id`)\n',
    ],
    [
      'by a function of its own',
      'async function save(tx: Tx) {\n  await tx.memberRole.upsert({})\n}\n\nexport async function act() {\n  await inTransaction(realm, save)\n}\n',
    ],
    [
      'by a private function that opens the transaction',
      'async function all() {\n  await inTransaction(realm, (tx) => tx.agreement.updateMany({}))\n}\n\nexport const act = async () => all()\n',
    ],
    [
      'by a repository',
      "import { saveRow } from '#/lib/x/repository.ts'\n\nexport async function act() {\n  return inTransaction(realm, (tx) => saveRow(tx))\n}\n",
    ],
    [
      'by a repository under another name',
      "import { saveRow as keep } from '#/lib/x/repository.ts'\n\nexport const act = () => inTransaction(realm, keep)\n",
    ],
  ])('%s', (_name, text) => {
    expect(writePaths([REPOSITORY, source('lib/x/act.ts', text)])).toEqual(['lib/x/act.ts#act'])
  })

  it('also when another function opens the transaction for it', () => {
    const lender = source(
      'lib/x/lend.ts',
      'export async function lend<T>(work: (tx: Tx) => Promise<T>): Promise<T> {\n  return inTransaction(realm, work)\n}\n',
    )
    const act = source(
      'lib/x/act.ts',
      "import { lend } from '#/lib/x/lend.ts'\nimport { saveRow } from '#/lib/x/repository.ts'\n\nexport const act = () => lend((tx) => saveRow(tx))\n",
    )
    expect(writePaths([REPOSITORY, lender, act])).toEqual(['lib/x/act.ts#act'])
  })

  it('and what only reads, or calls a use case that is named already, is not', () => {
    const reads = source(
      'lib/x/read.ts',
      'export const read = () => inTransaction(realm, (tx) => tx.member.findMany({}))\n',
    )
    const act = source(
      'lib/x/act.ts',
      'export async function act() {\n  return inTransaction(realm, (tx) => tx.member.create({}))\n}\n',
    )
    const calls = source('lib/x/call.ts', "import { act } from '#/lib/x/act.ts'\n\nexport const call = () => act()\n")
    expect(writePaths([reads, act, calls])).toEqual(['lib/x/act.ts#act'])
  })
})
