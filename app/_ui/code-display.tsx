import { CopyButton } from '#/app/_ui/copy-button.tsx'
import { spell } from '#/app/_ui/spelling.ts'

type CodeDisplayProps = {
  readonly label: string
  /** As it is handed over, in groups: `LLLL-SSSS-SSSS-SSSS`. It stands in the page once, as one text. */
  readonly code: string
  readonly texts: {
    readonly copy: string
    readonly copied: string
    readonly failed: string
    readonly spelling: string
    /** "Groep {number}" */
    readonly spellingGroup: string
  }
}

/** A code that a person reads out or copies: large, in the mono letter, with a spelling alphabet. */
export function CodeDisplay({ label, code, texts }: CodeDisplayProps) {
  const groups = code.split('-')
  return (
    <div className="flex flex-col gap-4">
      <div>
        <p className="text-small text-ink-soft">{label}</p>
        <p className="font-mono text-h2 font-semibold break-all select-all sm:text-code sm:tracking-wide">{code}</p>
      </div>
      <CopyButton value={code} texts={texts} />
      <details>
        <summary className="pz-link w-fit cursor-pointer py-1">{texts.spelling}</summary>
        <ol className="mt-2 flex flex-col gap-1">
          {groups.map((group, index) => (
            <li key={groups.slice(0, index + 1).join('-')} className="flex flex-wrap gap-x-3">
              <span className="text-ink-soft">{texts.spellingGroup.replace('{number}', String(index + 1))}</span>
              <span className="font-semibold">{spell(group)}</span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}
