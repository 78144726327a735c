/** How colleagues see a person: "A. Jansen", "M.J. van der Berg". Empty while the profile has not been saved. */
export function displayName(name: {
  readonly initials: string | null
  readonly infix: string | null
  readonly lastName: string | null
}): string {
  return [name.initials, name.infix, name.lastName].filter((part) => part).join(' ')
}
