import { config } from '#/middleware.ts'
import { allSources } from '#/tests/architecture/sources.ts'

/** Code that is sent to browsers. Every entry costs every visitor: a new one is a decision, made by adding it here. */
const CLIENT_COMPONENTS = [
  'app/(portaal)/error.tsx',
  'app/(portaal)/mijn/gegevens/preferences-form.tsx',
  'app/(portaal)/producten/[product]/berichten/[berichtId]/beantwoorden/decision-form.tsx',
  'app/(portaal)/producten/[product]/berichten/[berichtId]/beantwoorden/declaration-form.tsx',
  'app/(portaal)/producten/[product]/berichten/[berichtId]/beantwoorden/retour-form.tsx',
  'app/(portaal)/producten/[product]/berichten/[berichtId]/bsn/bsn-form.tsx',
  'app/(portaal)/producten/[product]/berichten/[berichtId]/intrekken/withdraw-form.tsx',
  'app/(portaal)/producten/[product]/berichten/[berichtId]/opnieuw-verzenden/resend-form.tsx',
  'app/(portaal)/producten/[product]/berichten/delivery-panel.tsx',
  'app/(portaal)/producten/[product]/berichten/live-updates.tsx',
  'app/(portaal)/producten/[product]/berichten/selection-bar.tsx',
  'app/(portaal)/producten/[product]/berichten/weergaven/save-view-form.tsx',
  'app/(portaal)/producten/[product]/berichten/zoeken/client-search-form.tsx',
  'app/(portaal)/producten/[product]/instellingen/address-form.tsx',
  'app/(portaal)/producten/[product]/instellingen/connection-form.tsx',
  'app/(portaal)/producten/[product]/instellingen/restore-form.tsx',
  'app/(portaal)/producten/[product]/instellingen/settings-form.tsx',
  'app/(portaal)/producten/[product]/instellingen/signals-form.tsx',
  'app/(portaal)/producten/[product]/instellingen/soorten-form.tsx',
  'app/(portaal)/producten/[product]/instellingen/test-form.tsx',
  'app/(portaal)/producten/[product]/raadplegen/question-form.tsx',
  'app/(portaal)/producten/[product]/shown-bsn.tsx',
  'app/(portaal)/producten/[product]/signalen/[signaalId]/signal-bsn-form.tsx',
  'app/(publiek)/error.tsx',
  'app/(registratie)/error.tsx',
  'app/(registratie)/persoonlijke-instellingen/profile-form.tsx',
  'app/(registratie)/verificatie/request-code-form.tsx',
  'app/(registratie)/verificatie/verification-form.tsx',
  'app/(servicedesk)/error.tsx',
  'app/(servicedesk)/servicedesk/gemeenten/[id]/agreement-form.tsx',
  'app/(servicedesk)/servicedesk/gemeenten/register-form.tsx',
  'app/_delivery/dock-place.tsx',
  'app/_people/act-button.tsx',
  'app/_people/code-form.tsx',
  'app/_people/reason-form.tsx',
  'app/_people/roles-form.tsx',
  'app/_ui/broken-page.tsx',
  'app/_ui/copy-button.tsx',
  'app/_ui/dialog.tsx',
  'app/_ui/focus-on-arrival.tsx',
  'app/_ui/form.tsx',
  'app/_ui/frame/nav-links.tsx',
  'app/_ui/frame/preference-link.tsx',
  'app/_ui/server-problem.tsx',
  'app/_ui/session-warning.tsx',
  'app/_ui/submit-button.tsx',
  'app/_ui/use-session-clock.ts',
  'app/error.tsx',
  'app/global-error.tsx',
]

describe('what Next reads', () => {
  test('sends only reviewed components to the browser', () => {
    const found = allSources()
      .filter((source) => source.text.startsWith("'use client'"))
      .map((source) => source.path)
    expect(found.sort()).toEqual([...CLIENT_COMPONENTS].sort())
  })

  // Guards uploads (behind middleware Next cuts a body off at 10 MB) and everything else (without it no session is checked).
  test.each([
    ['/api/berichten/iwmo', false],
    ['/api/berichten/ijw', false],
    ['/api/berichten/iwmo/formulier', false],
    ['/api/berichten/ijw/formulier', false],
    ['/api/berichten/iwmo/uploads', false],
    ['/api/berichten/ijw/uploads/01997d2e-0000-7000-8000-000000000000', false],
    ['/_next/static/chunks/a.js', false],
    ['/', true],
    ['/dashboard', true],
    ['/api/berichten/iwmo/ophalen', true],
    ['/api/berichten/iwmo/formulier/x', true],
    ['/api/berichten/iwmo/uploads/01997d2e-0000-7000-8000-000000000000/aanleveren', true],
    ['/api/berichten/iwmo/uploadsx', true],
    ['/api/berichten/iwmox', true],
    ['/api/berichten/wlz-registertoets', true],
    ['/api/berichten/gebeurtenissen', true],
    ['/api/auth/session', true],
    ['/x/api/berichten/iwmo', true],
    ['/beheer/gebruikers', true],
  ])('runs middleware for %s: %s', (path, runs) => {
    expect(config.matcher.some((pattern) => new RegExp(`^${pattern}$`).test(path))).toBe(runs)
  })
})
