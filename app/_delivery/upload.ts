/** A finding in an answer of the HTTP interface. */
export type AnsweredFinding = {
  readonly code: string
  readonly ernst: 'fout' | 'waarschuwing'
  readonly regel: number | null
  readonly kolom: number | null
  /** Its place counts in the bericht that was taken out of an envelope. */
  readonly isInside: boolean
  readonly melding: string
  readonly herstel: string
}

/** A file of a zip that was not accepted; `id` is that of the bericht that was kept, or of the earlier one. */
export type RefusedFile = { readonly name: string; readonly title: string; readonly id: string | null }

/** Where one file is on its way, with what its row shows. */
export type UploadState =
  | { readonly kind: 'waiting' }
  /** The connection was lost; the file goes on by itself. */
  | { readonly kind: 'interrupted' }
  /** The portal asked to wait; the file goes on by itself. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'sending'; readonly percent: number }
  | { readonly kind: 'checking' }
  | {
      readonly kind: 'accepted'
      readonly id: string
      readonly name: string
      readonly findings: readonly AnsweredFinding[]
    }
  | {
      readonly kind: 'rejected'
      readonly id: string
      readonly title: string
      readonly findings: readonly AnsweredFinding[]
    }
  | {
      readonly kind: 'refused'
      readonly title: string
      readonly detail: string
      readonly earlierId: string | null
      /** By which the servicedesk finds what went wrong in the portal; null when the file is at fault. */
      readonly reference: string | null
    }
  /** A zip: of its files so many were accepted, and these were not. */
  | { readonly kind: 'unpacked'; readonly accepted: number; readonly others: readonly RefusedFile[] }
  /**
   * `unsure`: all of it was sent once, and its answer did not come: it may have been accepted. `failed`, `ended` (whoever sent
   * it is logged out) and `unreadable` (moved or changed since it was chosen): nothing of it was stored.
   */
  | { readonly kind: 'failed' | 'cancelled' | 'unsure' | 'tooLarge' | 'ended' | 'unreadable' }

/** A file that somebody hands over, with the name by which they know it: its path when it stood in a folder. */
export type HandedOver = { readonly file: File; readonly name: string }

/** Where the files of a product go, and where their berichten are shown. */
export type Destination = {
  readonly uploadAddress: string
  readonly pagesAddress: string
  readonly maximumBytes: number
  /** What files are that do not say so themselves (X-Berichtsoort). */
  readonly soort?: string
}

/** What goes along with a file, so that the portal knows what it is. */
export const soortHeader = ({ soort }: Destination): Readonly<Record<string, string>> =>
  soort === undefined ? {} : { 'X-Berichtsoort': soort }

export type Upload = HandedOver & {
  /** Goes along at every try: what arrived although its answer was lost counts once. */
  readonly key: string
  readonly destination: Destination
  readonly state: UploadState
}

const UNDER_WAY = ['waiting', 'sending', 'checking', 'interrupted', 'busy']

/** States in which nothing more happens by itself. */
export const isOver = ({ kind }: UploadState): boolean => !UNDER_WAY.includes(kind)

/** Whether all of it was accepted. */
export const isAccepted = (state: UploadState): boolean =>
  state.kind === 'accepted' || (state.kind === 'unpacked' && state.others.length === 0)

/** States from which the same file may be sent again. */
export const canRetry = ({ kind }: UploadState): boolean =>
  ['failed', 'cancelled', 'unsure', 'ended', 'refused', 'unreadable'].includes(kind)

/** Whether the file holds several, packed together. */
export const isZip = ({ name }: Pick<File, 'name'>): boolean => /\.zip$/i.test(name)

/** What can be said of a file before a byte is sent. */
export function firstState(file: File, { maximumBytes }: Destination): UploadState {
  return file.size > maximumBytes ? { kind: 'tooLarge' } : { kind: 'waiting' }
}

type Json = { readonly [key: string]: unknown }
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function findingsOf(body: Json): AnsweredFinding[] {
  if (!Array.isArray(body.bevindingen)) return []
  return body.bevindingen.filter(isJson).map((finding) => ({
    code: text(finding.code),
    ernst: finding.ernst === 'waarschuwing' ? 'waarschuwing' : 'fout',
    regel: typeof finding.regel === 'number' ? finding.regel : null,
    kolom: typeof finding.kolom === 'number' ? finding.kolom : null,
    isInside: finding.plaats === 'inhoud',
    melding: text(finding.melding),
    herstel: text(finding.herstel),
  }))
}

function parsed(body: string): Json {
  try {
    const value: unknown = JSON.parse(body)
    return isJson(value) ? value : {}
  } catch (error) {
    // Something between the browser and the portal answered with a page of its own.
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

const earlierOf = (body: Json): string | null => (isJson(body.eerder) && text(body.eerder.id)) || null

function unpackedOf(body: Json): UploadState {
  const results = Array.isArray(body.resultaten) ? body.resultaten.filter(isJson) : []
  const others = results.flatMap(({ bestandsnaam, probleem }) =>
    isJson(probleem)
      ? [{ name: text(bestandsnaam), title: text(probleem.title), id: text(probleem.id) || earlierOf(probleem) }]
      : [],
  )
  return { kind: 'unpacked', accepted: results.length - others.length, others }
}

/** What an answer of the server means for the row of its file. */
export function stateOfAnswer(status: number, responseText: string): UploadState {
  const body = parsed(responseText)
  const id = text(body.id)
  if (status === 201 && id !== '') {
    const name = [body.berichtsoort, body.identificatie].map(text).filter(Boolean).join(' ')
    return { kind: 'accepted', id, name, findings: findingsOf(body) }
  }
  if (status === 207) return unpackedOf(body)
  if (status === 401) return { kind: 'ended' }
  const title = text(body.title)
  if (status === 422 && id !== '') return { kind: 'rejected', id, title, findings: findingsOf(body) }
  if (title === '') return { kind: 'failed' }
  return {
    kind: 'refused',
    title,
    detail: text(body.detail),
    earlierId: earlierOf(body),
    reference: status === 500 ? text(body.requestId) : null,
  }
}
