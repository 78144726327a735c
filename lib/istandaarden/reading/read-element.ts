/** One element of a bericht as it is read: a value, or children. `type` is the data type of the standard, '' for what it does not know. */
export type ReadElement = {
  readonly name: string
  readonly type: string
  readonly value: string
  readonly children: readonly ReadElement[]
}

/** The value of a child by its name; null when it is not there. */
export const childValue = ({ children }: ReadElement, name: string): string | null =>
  children.find((child) => child.name === name)?.value ?? null

/** A child by its name. */
export const childOf = ({ children }: ReadElement, name: string): ReadElement | undefined =>
  children.find((child) => child.name === name)
