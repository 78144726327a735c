/** More than any certificate with its chain, in bytes. */
export const LONGEST_CERTIFICATE_FILE = 14_000

/** How DER of a certificate begins: a sequence with a length of two bytes, and a sequence in it. Keys and their stores begin otherwise. */
const isDer = (bytes: Uint8Array) => bytes[0] === 0x30 && bytes[1] === 0x82 && bytes[4] === 0x30

/**
 * A file as the text of the certificate field: PEM as it is, DER as PEM. Of anything else its name, so that the person sees
 * which file is no certificate. The same in the browser and, without script, in the server.
 */
export function certificateText(fileName: string, bytes: Uint8Array): string {
  if (bytes.byteLength > LONGEST_CERTIFICATE_FILE) return fileName
  const text = new TextDecoder().decode(bytes)
  if (text.includes('-----BEGIN ')) return text.trim()
  if (!isDer(bytes)) return fileName
  const lines = btoa(String.fromCharCode(...bytes)).match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----'].join('\n')
}
