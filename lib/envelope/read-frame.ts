import { SaxesParser } from 'saxes'
import { type EnvelopeKind, kindOfRoot } from '#/lib/envelope/namespaces.ts'
import { CarryingHeader, type EnvelopeHeader, FaultHeader } from '#/lib/envelope/schema.ts'
import type { TextPosition } from '#/lib/istandaarden/checks/text-position.ts'
import { positionsOf } from '#/lib/istandaarden/checks/text-position.ts'

/** An element of the frame of an envelope: its text, and the offset at which its start tag begins. */
type Element = { readonly text: string; readonly offset: number }

/** What stands in the frame of an envelope, by path of local names: `stuurgegevens/zender/organisatie`. */
export type Frame = {
  readonly kind: EnvelopeKind
  /** How many contents there are. */
  readonly contents: number
  readonly bestandsnaam: string | null
  value(path: string): string | null
  /** Where an element begins; the start of the frame when it is not there. */
  place(path: string): TextPosition
}

/** Reads the frame of an envelope; null when the root is none. The text must be well-formed. */
export function readFrame(text: string): Frame | null {
  const elements = new Map<string, Element>()
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true })
  const open: { readonly path: string; readonly offset: number; text: string }[] = []
  let root: EnvelopeKind | null = null
  let contents = 0
  let bestandsnaam: string | null = null
  let tagOffset = 0
  parser.on('opentagstart', ({ name }) => {
    tagOffset = parser.position - name.length - 2
  })
  parser.on('opentag', ({ name, attributes }) => {
    const local = name.slice(name.indexOf(':') + 1)
    const parent = open.at(-1)
    if (parent === undefined) root = kindOfRoot(local)
    open.push({ path: parent === undefined ? '' : `${parent.path}/${local}`, offset: tagOffset, text: '' })
    if (local !== 'xmlBestand' && local !== 'tekstBestand') return
    contents++
    if (local === 'tekstBestand') bestandsnaam = attributes.bestandsnaam ?? null
  })
  const take = (piece: string) => {
    const current = open.at(-1)
    if (current) current.text += piece
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed && !elements.has(closed.path)) elements.set(closed.path, closed)
  })
  // Well-formedness has been judged: where saxes is stricter it only goes on.
  parser.on('error', () => undefined)
  parser.write(text).close()
  if (root === null) return null
  const find = (path: string) => elements.get(`/${path}`)
  return {
    kind: root,
    contents,
    bestandsnaam,
    value: (path) => find(path)?.text ?? null,
    place: (path) => positionsOf(text, [find(path)?.offset ?? 0])[0] ?? { regel: 1, kolom: 1 },
  }
}

/** The header of an envelope, when everything in it has the form that it should have. */
export function headerOf({ kind, value }: Frame): EnvelopeHeader | null {
  const control = (name: string) => value(`stuurgegevens/${name}`)
  const common = {
    berichtcode: control('berichtcode'),
    zender: {
      organisatie: control('zender/organisatie'),
      applicatie: control('zender/applicatie'),
      administratie: control('zender/administratie'),
    },
    ontvanger: { organisatie: control('ontvanger/organisatie') },
    referentienummer: control('referentienummer'),
    tijdstipBericht: control('tijdstipBericht'),
    ...(kind === 'Di01' ? {} : { crossRefnummer: control('crossRefnummer') }),
  }
  if (kind === 'Fo01') {
    const fout = {
      code: value('body/code'),
      plek: value('body/plek'),
      omschrijving: value('body/omschrijving'),
      details: value('body/details'),
    }
    return FaultHeader.safeParse({ ...common, fout }).data ?? null
  }
  return (
    CarryingHeader.safeParse({
      ...common,
      functie: control('functie'),
      applicatieVersie: value('parameters/applicatieVersie'),
      applicatieSubversie: value('parameters/applicatieSubversie'),
      functieVersie: value('parameters/functieVersie'),
      functieSubversie: value('parameters/functieSubversie'),
    }).data ?? null
  )
}
