import { readdirSync } from 'node:fs'
import { LOCALES } from '#/lib/platform/i18n/locale.ts'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'

/** Every text of a copy object by its dotted key. */
function texts(copy: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(copy)) {
    if (typeof value === 'string') found.set(prefix + key, value)
    else for (const [inner, text] of texts(value as object, `${prefix}${key}.`)) found.set(inner, text)
  }
  return found
}

/** Names and kinds of the ICU arguments of a text: `minutes:plural`, `phone:text`. */
function parameters(text: string): string[] {
  const kinds = [...text.matchAll(/\{\s*([A-Za-z][A-Za-z0-9]*)\s*(?:,\s*(\w+))?/g)].flatMap(
    ([whole, name, kind], index, all) => {
      const at = all[index]?.index ?? 0
      // Inside a plural, `one {U wordt …}` is a branch and no argument: an argument closes at once or has a kind.
      const closes = text
        .slice(at + whole.length)
        .trimStart()
        .startsWith('}')
      return kind || closes ? [`${name}:${kind ?? 'text'}`] : []
    },
  )
  const tags = [...text.matchAll(/<([a-z]+)>/g)].map(([, tag]) => `<${tag}>`)
  return [...new Set([...kinds, ...tags])].sort()
}

const nl = texts(messagesFor('nl'))
const en = texts(messagesFor('en'))

describe('copy', () => {
  // A reader of the second language would see a key, or nothing, where a text is missing.
  it('has the same keys in every language', () => {
    expect([...en.keys()].sort()).toEqual([...nl.keys()].sort())
  })

  // An argument that only one language knows makes the other throw at the moment the text is shown.
  it('uses the same arguments in every language', () => {
    const differing = [...nl].filter(([key, text]) => `${parameters(text)}` !== `${parameters(en.get(key) ?? '')}`)
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('has no empty text and no text with white space around it', () => {
    for (const [key, text] of [...nl, ...en])
      expect([key, text.trim() !== '' && text === text.trim()]).toEqual([key, true])
  })

  it('has a file per area in every language, and every area is assembled', () => {
    for (const locale of LOCALES) {
      const files = readdirSync(`lib/platform/i18n/${locale}`).map((name) => name.replace('.ts', ''))
      expect(files.filter((name) => name !== 'messages').sort()).toEqual(Object.keys(messagesFor(locale)).sort())
    }
  })
})
