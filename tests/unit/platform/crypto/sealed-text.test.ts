import fc from 'fast-check'
import { UnreadableContentError } from '#/lib/platform/crypto/content-cipher.ts'
import { keyedHash } from '#/lib/platform/crypto/keyed-hash.ts'
import { openText, sealText } from '#/lib/platform/crypto/sealed-text.ts'
import { setSettings } from '#/lib/platform/settings/settings.ts'
import { masterKey, settingsWith } from '#/tests/support/settings.ts'

beforeEach(() => setSettings(settingsWith()))

describe('sealText', () => {
  // Guards what a person typed in a form: it comes back letter for letter, and stands nowhere readable.
  it('gives back any text for the same purpose and context', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const sealed = await sealText('concept', text, { lid: 'm-1' })
        expect(sealed).toMatch(/^[\w-]+$/)
        expect(await openText('concept', sealed, { lid: 'm-1' })).toBe(text)
      }),
      { numRuns: 50 },
    )
  })

  it('makes another text every time', async () => {
    expect(await sealText('concept', 'same')).not.toBe(await sealText('concept', 'same'))
  })

  // Guards against text of one person or purpose that is put in the place of another's.
  it('does not open for another purpose or context, changed, or as nonsense', async () => {
    const sealed = await sealText('concept', 'text', { lid: 'm-1' })
    const changed = Buffer.from(sealed, 'base64url')
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    for (const attempt of [
      () => openText('adres', sealed, { lid: 'm-1' }),
      () => openText('concept', sealed, { lid: 'm-2' }),
      () => openText('concept', sealed),
      () => openText('concept', changed.toString('base64url'), { lid: 'm-1' }),
      () => openText('concept', 'nonsense', { lid: 'm-1' }),
      () => openText('concept', '', { lid: 'm-1' }),
    ])
      await expect(attempt()).rejects.toThrow(UnreadableContentError)
  })

  // Guards rotation with ids of which one begins with the other, where the library tries the wrong key first.
  it('opens by an earlier key beside a newer one whose id begins alike', async () => {
    const sealed = await sealText('concept', 'text')
    setSettings(
      settingsWith({ PORTAAL_MASTER_KEY: `${masterKey('k10', 9)},${masterKey('k', 8)},${masterKey('k1', 1)}` }),
    )
    expect(await openText('concept', sealed)).toBe('text')
    const newer = await sealText('concept', 'newer')
    setSettings(settingsWith({ PORTAAL_MASTER_KEY: masterKey('k10', 9) }))
    expect(await openText('concept', newer)).toBe('newer')
    await expect(openText('concept', sealed)).rejects.toThrow(UnreadableContentError)
  })
})

describe('keyedHash', () => {
  // Guards values that must be recognised but not readable: without the secret nobody can try them out.
  it('is the same for the same value, and another for another value, purpose or secret', () => {
    const hash = keyedHash('bsn', '999990019')
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(keyedHash('bsn', '999990019')).toBe(hash)
    expect(keyedHash('bsn', '999990020')).not.toBe(hash)
    expect(keyedHash('adres', '999990019')).not.toBe(hash)
    setSettings(settingsWith({ PORTAAL_SECRET: 'another secret of more than thirty-two characters' }))
    expect(keyedHash('bsn', '999990019')).not.toBe(hash)
  })
})
