import type { Selected } from '#/lib/berichten/selection/find-selection.ts'

/** The manifest of a zip: of every chosen bericht what it is, and of every file its size and SHA-256. */
export async function writeManifest(selection: readonly Selected[], at: Date, signal: AbortSignal): Promise<Buffer> {
  const berichten: object[] = []
  for (const { row, entry } of selection) {
    const { id, berichtsoort, versie, afzender, ontvanger, identificatie } = row
    const about = { id, berichtsoort, versie, afzender, ontvanger, identificatie }
    const reden = row.awaitsScan ? 'IN_CONTROLE' : 'INHOUD_VERWIJDERD'
    if (entry === null) berichten.push({ ...about, bestand: null, reden })
    else {
      const { name, content } = entry
      const sha256 = await content.sha256(signal)
      berichten.push({ ...about, bestand: name, vorm: content.form, grootte: content.sizeBytes, sha256 })
    }
  }
  return Buffer.from(`${JSON.stringify({ gemaaktOp: at.toISOString(), berichten }, null, 2)}\n`)
}
