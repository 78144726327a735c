import { SaxesParser } from 'saxes'
import { escapeXml } from '#/lib/platform/escape-xml.ts'

/** A small tree of a bericht that a test can change and write again. Attributes as written, prefixes included. */
export type XmlNode = {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
  text: string
}

/** Reads a well-formed bericht; white space between elements is dropped. */
export function readTree(xml: string): XmlNode {
  const document: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const stack = [document]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const node: XmlNode = { name, attributes: { ...attributes }, children: [], text: '' }
    stack.at(-1)?.children.push(node)
    stack.push(node)
  })
  parser.on('text', (text) => {
    const node = stack.at(-1)
    if (node !== undefined && text.trim() !== '') node.text += text
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  parser.write(xml).close()
  const [root] = document.children
  if (root === undefined) throw new Error('a bericht has a root element')
  return root
}

/** Writes a tree on one line: the hardest form for a reader to point into. */
export function writeTree({ name, attributes, children, text }: XmlNode): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  return `<${name}${written.join('')}>${children.map(writeTree).join('')}${escapeXml(text)}</${name}>`
}

/** Every node of a tree, the root first. */
export const allNodes = (node: XmlNode): XmlNode[] => [node, ...node.children.flatMap(allNodes)]
