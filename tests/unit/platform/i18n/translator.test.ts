import { translator } from '#/lib/platform/i18n/translator.ts'

describe('translator', () => {
  it('fills in arguments and plurals in both languages, without Next', () => {
    expect(translator('nl', 'common')('session.inMinutes', { minutes: 2 })).toBe(
      'U wordt over 2 minuten automatisch uitgelogd.',
    )
    expect(translator('nl', 'common')('session.inMinutes', { minutes: 1 })).toBe(
      'U wordt over 1 minuut automatisch uitgelogd.',
    )
    expect(translator('en', 'common')('session.inMinutes', { minutes: 1 })).toBe('You will be logged out in 1 minute.')
  })
})
