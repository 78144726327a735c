const marks = (name: string) => [`<!-- ${name}: generated -->\n`, `<!-- ${name}: end -->`] as const

/** Puts a generated text between its marks in a document; throws when the marks are not there. */
export function withGeneratedPart(document: string, name: string, text: string): string {
  const [begin, end] = marks(name)
  const from = document.indexOf(begin)
  const to = document.indexOf(end)
  if (from < 0 || to < from) throw new Error(`the document has no place for ${name}`)
  return `${document.slice(0, from + begin.length)}\n${text}\n${document.slice(to)}`
}
