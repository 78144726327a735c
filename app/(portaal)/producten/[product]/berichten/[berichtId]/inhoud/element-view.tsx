import { elementLabel } from '#/lib/istandaarden/reading/element-label.ts'
import { isBlank, isWrapper, lineOf } from '#/lib/istandaarden/reading/element-lines.ts'
import type { ReadingWords } from '#/lib/istandaarden/reading/element-words.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'

/** Numbers and codes that people compare sign by sign. */
const MONO = /^LDT_(?:BurgerServicenummer|AgbCode|Nummer|Referentie|ReferentieNummer|Identificatie.*|Versie)$/

type PartsProps = {
  readonly elements: readonly ReadElement[]
  readonly words: ReadingWords
  /** Of the headings of the parts. */
  readonly level: 3 | 4
}

function Lines({ elements, words }: Pick<PartsProps, 'elements' | 'words'>) {
  return (
    <dl lang="nl" className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
      {elements.map((element, index) => (
        <div key={placed(element, index)} className="min-w-0">
          <dt className="text-small text-ink-soft">{elementLabel(element.name)}</dt>
          <dd className={MONO.test(element.type) ? 'pz-code break-all' : 'wrap-anywhere whitespace-pre-line'}>
            {lineOf(element, words)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Which one it is where several of a name follow each other: people talk about "the third product". */
function numberOf(part: ReadElement, parts: readonly ReadElement[]): string {
  const same = parts.filter(({ name }) => name === part.name)
  return same.length > 1 ? ` ${same.indexOf(part) + 1}` : ''
}

// Elements of a file have no identity but their place, and the file does not change.
const placed = ({ name }: ReadElement, index: number) => `${name}${index}`

/** What stands in an element: values first, then its parts, each under its own heading. */
export function Parts({ elements, words, level }: PartsProps) {
  const flat = elements
    .flatMap((element) => (isWrapper(element) ? element.children : [element]))
    .filter((element) => !isBlank(element))
  const lines = flat.filter((element) => lineOf(element, words) !== null)
  const parts = flat.filter((element) => lineOf(element, words) === null)
  const Heading = `h${level}` as const
  return (
    <div className="flex flex-col gap-4">
      {lines.length > 0 ? <Lines elements={lines} words={words} /> : null}
      {parts.map((part, index) => (
        <section key={placed(part, index)} className="flex flex-col gap-3 border-s-4 border-line ps-4">
          <Heading lang="nl" className="font-heavy">
            {elementLabel(part.name)}
            {numberOf(part, parts)}
          </Heading>
          <Parts elements={part.children} words={words} level={4} />
        </section>
      ))}
    </div>
  )
}
