import { SaxesParser } from 'saxes'
import { positionsOf, type TextPosition } from '#/lib/istandaarden/checks/text-position.ts'

/** The first place in a well-formed file where an element with this local name starts; the start of the file if none does. */
export function locateElement(content: Buffer, localName: string): TextPosition {
  const text = content.toString('utf8')
  const parser = new SaxesParser({ position: true })
  const found: number[] = []
  parser.on('opentagstart', ({ name }) => {
    // The parser has just read what follows the name: one character, or the two of CR LF.
    if (found.length === 0 && name.slice(name.indexOf(':') + 1) === localName)
      found.push(text.lastIndexOf('<', parser.position - name.length - 2))
  })
  parser.on('error', () => undefined)
  // In pieces, because what is asked for stands near the top: a file of many megabytes is not read to its end.
  const step = 65_536
  for (let at = 0; at < text.length && found.length === 0; at += step) parser.write(text.slice(at, at + step))
  return positionsOf(text, found)[0] ?? { regel: 1, kolom: 1 }
}
