import { randomInt, randomUUID } from 'node:crypto'
import { type FormResult, openFormResult, sealFormResult } from '#/lib/berichten/form-result.ts'
import { setSettings } from '#/lib/platform/settings/settings.ts'
import { actorOf } from '#/tests/support/berichten/actor.ts'
import { settingsWith } from '#/tests/support/settings.ts'

setSettings(settingsWith())

const result: FormResult = {
  entries: [{ fileName: 'Jansen 999900006.xml', outcome: 'refused', berichtId: null, title: 'Te groot', detail: null }],
  note: null,
}

describe('the result of a form in an address', () => {
  it('opens for the person who sent the form', async () => {
    const actor = actorOf('iwmo')
    expect(await openFormResult(actor, await sealFormResult(actor, result))).toEqual(result)
  })

  // A file name can hold a name or a Bsn; addresses end up in histories and logs.
  it('shows nothing of the file names', async () => {
    const sealed = await sealFormResult(actorOf('iwmo'), result)
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('999900006')
  })

  it('does not open for somebody else, nor when it was changed or made up', async () => {
    const sealed = await sealFormResult(actorOf('iwmo'), result)
    expect(await openFormResult(actorOf('iwmo'), sealed)).toBeNull()
    const actor = actorOf('iwmo')
    for (const text of ['', 'onzin', sealed.slice(0, -8), `${sealed.slice(0, -4)}AAAA`])
      expect(await openFormResult(actor, text)).toBeNull()
  })

  // Node refuses 16 KB of headers: whoever sent fifty files with long names never saw what became of them.
  it('stays short enough for an address with as many files and as long names as a form may have', async () => {
    const entries = Array.from({ length: 50 }, (_, index) => ({
      fileName: `${index}${Array.from({ length: 110 }, () => String.fromCodePoint(0x4e00 + randomInt(20_000))).join('')}.xml`,
      outcome: 'rejected' as const,
      berichtId: randomUUID(),
      title: 'Er is 1 fout gevonden. Het bestand is niet doorgestuurd.',
      detail: null,
    }))
    const actor = actorOf('iwmo')
    const sealed = await sealFormResult(actor, { entries, note: 'tooMany' })
    expect(sealed.length).toBeLessThanOrEqual(11_000)
    const opened = await openFormResult(actor, sealed)
    expect(opened?.entries.map(({ berichtId }) => berichtId)).toEqual(entries.map(({ berichtId }) => berichtId))
    expect(opened?.entries[0]?.fileName.endsWith('…')).toBe(true)
  })

  // Of a zip the explanation names five of its files: fifty zips answered 431, and nobody saw what became of them.
  it('stays short enough with fifty zips that each explain what was not accepted', async () => {
    const odd = (length: number) =>
      Array.from({ length }, () => String.fromCodePoint(0x4e00 + randomInt(20_000))).join('')
    const entries = Array.from({ length: 50 }, (_, index) => ({
      fileName: `${index}${odd(110)}.zip`,
      outcome: 'refused' as const,
      berichtId: null,
      title: `0 van 9 bestanden in de zip aangenomen ${index} ${odd(40)}`,
      detail: Array.from({ length: 5 }, () => `${odd(110)}.xml: Er zijn 3 fouten gevonden.`).join(' '),
    }))
    const actor = actorOf('iwmo')
    const sealed = await sealFormResult(actor, { entries, note: null })
    expect(sealed.length).toBeLessThanOrEqual(11_000)
    const opened = await openFormResult(actor, sealed)
    expect(opened?.entries.map(({ outcome, detail }) => [outcome, detail])).toEqual(
      entries.map(() => ['refused', null]),
    )
    expect(opened?.entries[3]?.title).toContain('0 van 9')
  })

  it('keeps the explanation when it fits', async () => {
    const entries = [{ ...result.entries[0], detail: 'een.xml: Al aangeleverd' }] as FormResult['entries']
    const actor = actorOf('iwmo')
    expect(await openFormResult(actor, await sealFormResult(actor, { entries, note: null }))).toEqual({
      entries,
      note: null,
    })
  })
})
