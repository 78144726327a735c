import { LIFECYCLES, type Transition } from '#/lib/berichten/rules.ts'

const HEADINGS = { AANGELEVERD: 'Delivered by the gemeente', ONTVANGEN: 'Received by the gemeente' } as const

function arrows([event, { from, to }]: [string, Transition]): string[] {
  const sources = from.length > 0 ? from : ['[*]']
  return sources.map((source) => `  ${source} --> ${to}: ${event}`)
}

/** The statuses that no event leaves. */
export function endings(lifecycle: Readonly<Record<string, Transition>>): string[] {
  const transitions = Object.values(lifecycle)
  const left = new Set<string>(transitions.flatMap(({ from }) => from))
  return [...new Set<string>(transitions.map(({ to }) => to))].filter((status) => !left.has(status))
}

/** The two state machines of a bericht as diagrams for docs/domain/berichten.md. */
export function lifecycleDiagrams(): string {
  return Object.entries(LIFECYCLES)
    .map(([direction, lifecycle]) => {
      const lines = Object.entries<Transition>(lifecycle).flatMap(arrows)
      const ends = endings(lifecycle).map((status) => `  ${status} --> [*]`)
      const diagram = ['```mermaid', 'stateDiagram-v2', ...lines, ...ends, '```'].join('\n')
      return `### ${HEADINGS[direction as keyof typeof HEADINGS]} (\`${direction}\`)\n\n${diagram}\n`
    })
    .join('\n')
}
