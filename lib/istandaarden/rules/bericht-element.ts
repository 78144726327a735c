import { dateNumber } from '#/lib/istandaarden/rules/date-number.ts'
import type { ElementPlan } from '#/lib/istandaarden/rules/element-plan.ts'

const NOTHING: readonly BerichtElement[] = []

/**
 * An element of a bericht that its schema has accepted, as rules see it. Its children are there while it is being looked
 * at; elements that repeat are never among them, so that a file of any size asks little memory.
 */
export class BerichtElement {
  readonly plan: ElementPlan
  readonly parent: BerichtElement | null
  /** Where its start tag begins in the text. */
  readonly offset: number
  /** Its place among those of its name in its parent, from 1. */
  readonly index: number
  /** The text of an element that holds no others. */
  value = ''
  #children: BerichtElement[] | null = null
  #last: BerichtElement | null = null

  constructor(plan: ElementPlan, parent: BerichtElement | null, offset: number) {
    const previous = parent === null ? null : parent.#last
    this.plan = plan
    this.parent = parent
    this.offset = offset
    this.index = previous !== null && previous.plan === plan ? previous.index + 1 : 1
    if (parent !== null) parent.#last = this
  }

  get name(): string {
    return this.plan.name
  }

  get children(): readonly BerichtElement[] {
    return this.#children ?? NOTHING
  }

  /** Where it stands, as findings tell it. */
  get pad(): string {
    const own = this.plan.isRepeatable ? `${this.name}[${this.index}]` : this.name
    return `${this.parent === null ? '' : this.parent.pad}/${own}`
  }

  /** Joins its parent, or lets go of what it holds when it is one of many. */
  end(): void {
    if (this.plan.isRepeatable) {
      this.#children = null
      this.#last = null
    } else if (this.parent !== null) {
      this.parent.#children ??= []
      this.parent.#children.push(this)
    }
  }

  /** The element at the end of this path of names, or null. */
  at(...names: readonly string[]): BerichtElement | null {
    let found: BerichtElement | undefined = this
    for (const name of names) {
      found = found.children.find((child) => child.plan.name === name)
      if (found === undefined) return null
    }
    return found
  }

  has(...names: readonly string[]): boolean {
    return this.at(...names) !== null
  }

  /** The value at the end of the path as it is written, or null. */
  text(...names: readonly string[]): string | null {
    return this.at(...names)?.value ?? null
  }

  /** The number at the end of the path, or null. */
  number(...names: readonly string[]): number | null {
    const value = this.text(...names)
    return value === null ? null : Number(value)
  }

  /** The date at the end of the path as the number yyyymmdd, or null. */
  date(...names: readonly string[]): number | null {
    const value = this.text(...names)
    return value === null ? null : dateNumber(value)
  }

  /** The nearest element around this one with this name, or null. */
  around(name: string): BerichtElement | null {
    let found = this.parent
    while (found !== null && found.plan.name !== name) found = found.parent
    return found
  }
}
