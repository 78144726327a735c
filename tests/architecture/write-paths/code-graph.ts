import type { Source } from '#/tests/architecture/sources.ts'

// Which functions of lib write to the database, read from the code itself: a declaration stands at the beginning of a line,
// and every name of another declaration in it counts as a call. Too many calls are harmless here, a missed one would not be.

type Declaration = {
  readonly id: string
  readonly file: string
  readonly name: string
  readonly isExported: boolean
  readonly body: string
}

const BEGINNING = /^(export )?(?:default )?(?:async )?(?:function\*?|const|let|class|type|interface|enum) (\w+)/gm
const IMPORT = /^import (?!type\b)\{([^}]*)\} from '#\/([^']+)'/gm

const OPENS = /\binTransaction\(|\bdatabase\(\)/
const LENT_WORK = /\(tx: Tx\) => Promise/
// What Prisma writes by, and what SQL does. `touch_session` and `renew_session_token` are functions of the database that write.
const WRITES =
  /\btx\.\w+\.(?:create|update|upsert|delete)\w*\(|\b(?:INSERT INTO|UPDATE "?\w+"? SET|DELETE FROM|touch_session|renew_session_token)\b/

function declarationsOf({ path, text }: Source): Declaration[] {
  const beginnings = [...text.matchAll(BEGINNING)]
  return beginnings.map((match, index) => {
    const name = match[2] ?? ''
    const body = text.slice(match.index, beginnings[index + 1]?.index ?? text.length)
    // A comment of the next declaration is no part of this one.
    return {
      id: `${path}#${name}`,
      file: path,
      name,
      isExported: match[1] !== undefined,
      body: body.replace(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
    }
  })
}

/** Names that a file takes from other files of lib, with the declaration behind each. */
function importedNames({ text }: Source): Map<string, string> {
  const names = new Map<string, string>()
  for (const [, list = '', file = ''] of text.matchAll(IMPORT))
    for (const part of list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '))) {
      const [name = '', local = name] = part.split(' as ')
      names.set(local, `${file}#${name}`)
    }
  return names
}

export type CodeGraph = {
  readonly declarations: ReadonlyMap<string, Declaration>
  callsOf(id: string): readonly string[]
}

export function codeGraph(sources: readonly Source[]): CodeGraph {
  const declarations = new Map<string, Declaration>()
  const calls = new Map<string, readonly string[]>()
  for (const source of sources) {
    const own = declarationsOf(source)
    const imported = importedNames(source)
    const known = new Map([...own.map(({ name, id }) => [name, id] as const), ...imported])
    for (const declaration of own) {
      declarations.set(declaration.id, declaration)
      const words = new Set(declaration.body.match(/(?<![.\w'])\w+/g))
      calls.set(
        declaration.id,
        [...known].flatMap(([name, id]) => (words.has(name) && id !== declaration.id ? [id] : [])),
      )
    }
  }
  return { declarations, callsOf: (id) => calls.get(id) ?? [] }
}

function reaches(
  graph: CodeGraph,
  from: string,
  isGoal: (id: string) => boolean,
  mayPass: (id: string) => boolean,
): boolean {
  const seen = new Set<string>()
  const left = [from]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    if (isGoal(id)) return true
    if (id === from || mayPass(id)) left.push(...graph.callsOf(id))
  }
  return false
}

/**
 * The exported functions of lib that begin a transaction (or use the connection outside one) in which something is written,
 * the log included. One that only calls another of them is not named.
 */
export function writePaths(sources: readonly Source[]): string[] {
  const graph = codeGraph(sources.filter(({ path }) => path.startsWith('lib/') && path !== 'lib/platform/db/client.ts'))
  const bodyOf = (id: string) => graph.declarations.get(id)?.body ?? ''
  // What opens a transaction for work that its caller hands over makes an opener of that caller.
  const lends = (id: string) => OPENS.test(bodyOf(id)) && LENT_WORK.test(bodyOf(id))
  const opens = (id: string) => OPENS.test(bodyOf(id)) || graph.callsOf(id).some(lends)
  const writes = (id: string) => WRITES.test(bodyOf(id))
  const isWriter = (id: string) => opens(id) && reaches(graph, id, writes, (other) => !opens(other))
  const isPrivate = (file: string) => (id: string) =>
    graph.declarations.get(id)?.file === file && !graph.declarations.get(id)?.isExported
  return [...graph.declarations.values()]
    .filter(({ isExported }) => isExported)
    .filter(({ id, file }) =>
      reaches(graph, id, (other) => (other === id || isPrivate(file)(other)) && isWriter(other), isPrivate(file)),
    )
    .map(({ id }) => id)
    .toSorted()
}
