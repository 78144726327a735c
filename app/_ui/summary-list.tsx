import { Link } from '#/app/_ui/link.tsx'

export type SummaryRow = {
  readonly key: string
  readonly term: string
  readonly value: React.ReactNode
  readonly action?: {
    readonly href: string
    readonly text: string /** Read after the text: which field. */
    readonly about: string
  }
}

/** Terms and their values in rows, with a way to change each. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="flex flex-col divide-y divide-line">
      {rows.map((row) => (
        <div key={row.key} className="grid gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0 md:grid-cols-[14rem_1fr_auto]">
          <dt className="font-semibold">{row.term}</dt>
          <dd className="min-w-0">{row.value}</dd>
          {row.action ? (
            <dd>
              <Link href={row.action.href}>
                {row.action.text}
                <span className="sr-only"> {row.action.about}</span>
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}

export type Fact = { readonly term: string; readonly value: React.ReactNode; readonly mono?: boolean }

/** Small facts beside something larger: size, hash, reference. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="flex flex-col gap-3">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt className="text-small text-ink-soft">{fact.term}</dt>
          <dd className={fact.mono ? 'pz-code break-all' : undefined}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
