import { RECEIVING_APPLICATION } from '#/lib/envelope/fields.ts'
import { GGK, ROOTS, STUF } from '#/lib/envelope/namespaces.ts'
import type { CarryingHeader, FaultHeader } from '#/lib/envelope/schema.ts'
import { escapeXml } from '#/lib/platform/escape-xml.ts'

/** What goes into an envelope: a bericht, or a file of another form with its name. */
export type ContentForm =
  | { readonly kind: 'xmlBestand' }
  | { readonly kind: 'tekstBestand'; readonly bestandsnaam: string }

/** What stands round an envelope when it travels: nothing but the XML declaration, or a SOAP message. */
export type Around = { readonly before: string; readonly after: string }

const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\r\n'
const AS_FILE: Around = { before: XML_DECLARATION, after: '' }

const NAMESPACES = `xmlns:StUF="${STUF}" xmlns:GGK="${GGK}"`

function control({ berichtcode, ...header }: CarryingHeader | FaultHeader): readonly string[] {
  const { zender, ontvanger, referentienummer, tijdstipBericht } = header
  const element = (name: string, value: string | null | undefined) =>
    value === null || value === undefined ? [] : [`<StUF:${name}>${escapeXml(value)}</StUF:${name}>`]
  return [
    ...element('berichtcode', berichtcode),
    '<StUF:zender>',
    ...element('organisatie', zender.organisatie),
    ...element('applicatie', zender.applicatie),
    ...element('administratie', zender.administratie),
    '</StUF:zender>',
    '<StUF:ontvanger>',
    ...element('organisatie', ontvanger.organisatie),
    ...element('applicatie', RECEIVING_APPLICATION),
    '</StUF:ontvanger>',
    ...element('referentienummer', referentienummer),
    ...element('tijdstipBericht', tijdstipBericht),
    ...element('crossRefnummer', 'crossRefnummer' in header ? header.crossRefnummer : null),
    ...element('functie', 'functie' in header ? header.functie : null),
  ]
}

/** The text before and after the coded content. The same header always gives the same bytes. */
function frameAround(header: CarryingHeader, form: ContentForm): { readonly before: string; readonly after: string } {
  const root = `GGK:${ROOTS[header.berichtcode].name}`
  const version = (name: 'applicatieVersie' | 'applicatieSubversie' | 'functieVersie' | 'functieSubversie') =>
    `<GGK:${name}>${escapeXml(header[name])}</GGK:${name}>`
  const attribute = form.kind === 'tekstBestand' ? ` bestandsnaam="${escapeXml(form.bestandsnaam)}"` : ''
  const before = [
    `<${root} ${NAMESPACES}>`,
    '<GGK:stuurgegevens>',
    ...control(header),
    '</GGK:stuurgegevens>',
    '<GGK:parameters>',
    version('applicatieVersie'),
    version('applicatieSubversie'),
    version('functieVersie'),
    version('functieSubversie'),
    '<GGK:bericht>',
    `<GGK:${form.kind}${attribute}>`,
  ]
  const after = [`</GGK:${form.kind}>`, '</GGK:bericht>', '</GGK:parameters>', `</${root}>`]
  return { before: before.join('\r\n'), after: `${after.join('\r\n')}\r\n` }
}

/** An envelope that has not been written yet: how long it will be, and how to write it round a content. */
export type Envelope = {
  readonly sizeBytes: number
  /** The bytes of the envelope, made while the content comes in. Memory does not grow with the content. */
  write(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer>
}

/** Prepares the envelope round a content of so many bytes. The content goes in byte for byte, in base64 on one line. */
export function wrapContent(
  header: CarryingHeader,
  contentBytes: number,
  form: ContentForm = { kind: 'xmlBestand' },
  around: Around = AS_FILE,
): Envelope {
  const frame = frameAround(header, form)
  const [before, after] = [around.before + frame.before, frame.after + around.after]
  return {
    sizeBytes: Buffer.byteLength(before) + Math.ceil(contentBytes / 3) * 4 + Buffer.byteLength(after),
    async *write(content) {
      yield Buffer.from(before)
      let carry = Buffer.alloc(0)
      for await (const piece of content) {
        const bytes = Buffer.concat([carry, piece])
        const whole = bytes.length - (bytes.length % 3)
        carry = bytes.subarray(whole)
        if (whole > 0) yield Buffer.from(bytes.toString('base64', 0, whole), 'latin1')
      }
      yield Buffer.from(carry.toString('base64') + after)
    },
  }
}

/** Writes a functional error as a whole: it carries nothing. */
export function writeFault(header: FaultHeader, around: Around = AS_FILE): Buffer {
  const { code, plek, omschrijving, details } = header.fout
  const lines = [
    `<StUF:${ROOTS.Fo01.name} xmlns:StUF="${STUF}">`,
    '<StUF:stuurgegevens>',
    ...control(header),
    '</StUF:stuurgegevens>',
    '<StUF:body>',
    `<StUF:code>${escapeXml(code)}</StUF:code>`,
    `<StUF:plek>${plek}</StUF:plek>`,
    `<StUF:omschrijving>${escapeXml(omschrijving)}</StUF:omschrijving>`,
    ...(details === null ? [] : [`<StUF:details>${escapeXml(details)}</StUF:details>`]),
    '</StUF:body>',
    `</StUF:${ROOTS.Fo01.name}>`,
  ]
  return Buffer.from(`${around.before}${lines.join('\r\n')}\r\n${around.after}`)
}
