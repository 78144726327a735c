import { readdirSync } from 'node:fs'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
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

/** Names and kinds of the ICU arguments and tags of a text, as the parser of the message format sees them. */
function parameters(text: string): string[] {
  const found = new Set<string>()
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      found.add(`${element.value}:${TYPE[element.type]}`)
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) walk(option.value)
      if (element.type === TYPE.tag) walk(element.children)
    }
  }
  walk(parse(text))
  return [...found].sort()
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

  // WCAG 2.4.4: in a summary of faults each text stands alone as a link. Two that read the same tell nobody which field
  // is meant, and half of them with a full stop looks careless.
  it('has faults of a form that are whole sentences, and each a different one', () => {
    for (const copy of [nl, en]) {
      const faults = [...copy].filter(([key]) => /\.\w*errors\.\w+$/i.test(key))
      expect(faults.length).toBeGreaterThan(40)
      expect(faults.filter(([, text]) => !/[.?]$/.test(text))).toEqual([])
      const perForm = faults.map(([key, text]) => `${key.replace(/\.\w+$/, '')}: ${text}`)
      expect(perForm.filter((text, index) => perForm.indexOf(text) !== index)).toEqual([])
    }
  })

  it('has a file per area in every language, and every area is assembled', () => {
    for (const locale of LOCALES) {
      const files = readdirSync(`lib/platform/i18n/${locale}`).map((name) => name.replace('.ts', ''))
      // A long area may have further files, named after it: beheer, beheer-log.
      const areas = new Set(files.filter((name) => name !== 'messages').map((name) => name.split('-')[0]))
      expect([...areas].sort()).toEqual(Object.keys(messagesFor(locale)).sort())
    }
  })
})

// Whoever is refused asks the one who can help, and is accused of nothing that nobody knows.
describe('refusals of a login', () => {
  it.each(['nl', 'en'] as const)(
    'say only what is so: who can block, and that a level may not have been told (%s)',
    (locale) => {
      const { refused } = messagesFor(locale).login
      expect(refused.geblokkeerd.what).not.toMatch(/servicedesk|service desk/)
      expect(refused.niveau.what).toMatch(/liet niet zien welk niveau|did not show which level/)
    },
  )
})
