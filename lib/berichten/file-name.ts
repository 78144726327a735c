const MAXIMUM_CHARACTERS = 120
const FALLBACK = 'bericht.xml'

// Control characters, and marks that turn the direction of text round and so hide what an extension really is.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu

/**
 * Makes a name to show of the name that came with a file: the last part of a path, visible characters only, at most 120
 * of them with the extension kept. It is data, never a path: content lies under a random key (ASVS 5.3.2).
 */
export function cleanFileName(unverifiedFileName: string | null): string {
  const last = (unverifiedFileName ?? '').normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const visible = [...last.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim()]
  const name = visible.join('')
  if (/^[.\s]*$/.test(name)) return FALLBACK
  if (visible.length <= MAXIMUM_CHARACTERS) return name
  const extension = /\.[a-zA-Z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return visible.slice(0, MAXIMUM_CHARACTERS - extension.length).join('') + extension
}

/** Name for a bericht that came without one. */
export function receivedFileName(berichtsoort: string | null, identificatie: string | null): string {
  const parts = [berichtsoort ?? 'bericht', ...(identificatie ? [identificatie.replace(/[^A-Za-z0-9-]+/g, '-')] : [])]
  return cleanFileName(`${parts.join('_')}.xml`)
}

/**
 * The value of Content-Disposition for a download (RFC 6266): a plain name for old programs, and the real one encoded as
 * RFC 8187 says. Nothing of the name can end the header or start another.
 */
export function attachment(fileName: string): string {
  const name = cleanFileName(fileName)
  const plain = name.replace(/[^A-Za-z0-9 ._()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
