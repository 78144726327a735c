import { CONTENT_FAULTS, LEVEL_FAULTS } from '#/simulators/makelaar/content-faults.ts'
import type { CallbackSurroundings, Fault, FaultEffect, IdTokenDraft, StopPlace } from '#/simulators/makelaar/fault.ts'

const claims = (change: Readonly<Record<string, unknown>>): FaultEffect => ({
  at: 'idToken',
  change: (draft) => ({ ...draft, payload: { ...draft.payload, ...change } }),
})
const timeClaims = (change: (nowSeconds: number) => Record<string, number>): FaultEffect => ({
  at: 'idToken',
  change: (draft) => ({ ...draft, payload: { ...draft.payload, ...change(Math.floor(Date.now() / 1000)) } }),
})
const withoutClaim = (name: string): FaultEffect => ({
  at: 'idToken',
  change: (draft) => ({
    ...draft,
    payload: Object.fromEntries(Object.entries(draft.payload).filter(([key]) => key !== name)),
  }),
})
const signature = (change: Partial<IdTokenDraft>): FaultEffect => ({
  at: 'idToken',
  change: (draft) => ({ ...draft, ...change, header: { ...draft.header, ...change.header } }),
})
const parameter = (name: string, value: (around: CallbackSurroundings) => string | null): FaultEffect => ({
  at: 'callback',
  change: (url, around) => {
    const changed = new URL(url)
    const text = value(around)
    if (text === null) changed.searchParams.delete(name)
    else changed.searchParams.set(name, text)
    return changed
  },
})

const stop = (id: string, place: StopPlace, does: string, by: 'cancel' | 'tries' = 'cancel'): Fault => ({
  id,
  kind: 'stop',
  does,
  effect: { at: 'stop', place, by },
})

/** What people do: the simulator does it in their place. */
const PEOPLE: readonly Fault[] = [
  stop('T20', 'supplier', 'de gebruiker breekt af op de eerste pagina (met een naam erbij: na het wachtwoord)'),
  stop('T21', 'password', 'de gebruiker breekt af bij het wachtwoord'),
  stop('T22', 'sms', 'de gebruiker breekt af bij de sms-code'),
  stop('T23', 'organisation', 'de gebruiker breekt af bij de keuze van de organisatie'),
  stop('T24', 'password', 'het wachtwoord is vijf keer fout: eigen pagina, alleen annuleren kan nog', 'tries'),
  stop('T25', 'sms', 'de sms-code is drie keer fout: eigen pagina, alleen annuleren kan nog', 'tries'),
  {
    id: 'T27',
    kind: 'sound',
    does: 'er is meteen een tweede sms-code gevraagd: de eerste werkt niet meer, de tweede wel',
    effect: { at: 'resend' },
  },
  {
    id: 'T28',
    kind: 'protocol',
    does: 'knop Terug na het inloggen: het antwoord komt met een code die al gebruikt is',
    effect: parameter('code', () => 'een-gebruikte-code'),
  },
  {
    id: 'T29',
    kind: 'protocol',
    does: 'tweede tabblad: het antwoord hoort bij een andere poging van dezelfde browser',
    effect: parameter('state', () => 'de-state-van-een-ander-tabblad'),
  },
]

const AVAILABILITY: readonly Fault[] = [
  {
    id: 'T26',
    kind: 'availability',
    does: 'de sms-code is bij aankomst al verlopen; een nieuwe code werkt wel',
    effect: { at: 'sms' },
  },
  {
    id: 'T30',
    kind: 'availability',
    does: 'de leverancier is niet bereikbaar: eigen pagina, daarna error=temporarily_unavailable',
    effect: { at: 'start' },
  },
  {
    id: 'T30b',
    kind: 'availability',
    does: 'de hele makelaar is weg: discovery antwoordt 503',
    effect: { at: 'discovery', status: 503 },
  },
  {
    id: 'T31',
    kind: 'availability',
    does: 'het token-adres antwoordt pas na 30 seconden',
    effect: { at: 'token', delaySeconds: 30 },
  },
  {
    id: 'T139',
    kind: 'availability',
    does: 'het token-adres antwoordt 500 (de code is wel verbruikt)',
    effect: { at: 'token', status: 500 },
  },
  {
    id: 'T139b',
    kind: 'availability',
    does: 'het token-adres antwoordt niet (120 seconden)',
    effect: { at: 'token', delaySeconds: 120 },
  },
]

const CALLBACK: readonly Fault[] = [
  {
    id: 'T110',
    kind: 'protocol',
    does: 'state in het antwoord is anders',
    effect: parameter('state', () => 'een-andere-state'),
  },
  { id: 'T111', kind: 'protocol', does: 'state ontbreekt in het antwoord', effect: parameter('state', () => null) },
  {
    id: 'T118',
    kind: 'protocol',
    does: 'de code hoort bij een andere client',
    effect: parameter('code', (around) => around.codeOfOtherClient),
  },
  {
    id: 'T119',
    kind: 'protocol',
    does: 'iss in het antwoord is van een andere makelaar',
    effect: parameter('iss', (around) => around.otherIssuer),
  },
  { id: 'T120', kind: 'protocol', does: 'iss ontbreekt in het antwoord', effect: parameter('iss', () => null) },
  {
    id: 'T121',
    kind: 'protocol',
    does: 'verwisseling: het antwoord komt op het terugkeeradres van een andere makelaar',
    effect: {
      at: 'callback',
      change: (url, around) => {
        const changed = new URL(around.otherRedirectUri)
        changed.search = url.search
        return changed
      },
    },
  },
  {
    id: 'T137',
    kind: 'protocol',
    does: 'error=server_error met een script in error_description',
    effect: {
      at: 'callback',
      change: (url) => {
        const changed = new URL(url)
        changed.searchParams.delete('code')
        changed.searchParams.set('error', 'server_error')
        changed.searchParams.set('error_description', '<script>document.title="gekaapt"</script>')
        return changed
      },
    },
  },
]

const TOKEN: readonly Fault[] = [
  {
    id: 'T09',
    kind: 'sound',
    does: 'het token is ondertekend met de tweede sleutel van de JWKS',
    effect: signature({ signWith: 'other-own' }),
  },
  { id: 'T114', kind: 'protocol', does: 'nonce in het token is anders', effect: claims({ nonce: 'een-andere-nonce' }) },
  { id: 'T115', kind: 'protocol', does: 'nonce ontbreekt in het token', effect: withoutClaim('nonce') },
  {
    id: 'T122',
    kind: 'protocol',
    does: 'token zonder handtekening (alg none)',
    effect: signature({ header: { alg: 'none' }, signWith: 'nothing' }),
  },
  {
    id: 'T123',
    kind: 'protocol',
    does: 'HS256 met de openbare sleutel als geheim',
    effect: signature({ header: { alg: 'HS256' }, signWith: 'hmac-of-public-key' }),
  },
  {
    id: 'T124',
    kind: 'protocol',
    does: 'handtekening van een vreemde sleutel onder een bekende kid',
    effect: signature({ signWith: 'foreign' }),
  },
  {
    id: 'T125',
    kind: 'protocol',
    does: 'onbekende kid',
    effect: signature({ header: { kid: 'onbekend' }, signWith: 'foreign' }),
  },
  {
    id: 'T126',
    kind: 'protocol',
    does: 'sleutel van een aanvaller in de kop (jwk, jku, x5u)',
    effect: signature({
      header: {
        kid: 'aanvaller',
        jku: 'http://sleutels.invalid/jwks',
        x5u: 'http://sleutels.invalid/x5u',
        jwk: 'foreign',
      },
      signWith: 'foreign',
    }),
  },
  {
    id: 'T127',
    kind: 'protocol',
    does: 'iss in het token is anders',
    effect: claims({ iss: 'http://localhost/een-andere-makelaar' }),
  },
  {
    id: 'T128',
    kind: 'protocol',
    does: 'aud in het token is van een andere client',
    effect: claims({ aud: 'een-andere-client' }),
  },
  {
    id: 'T129',
    kind: 'protocol',
    does: 'aud is een lijst zonder azp',
    effect: {
      at: 'idToken',
      change: (draft) => ({ ...draft, payload: { ...draft.payload, aud: [draft.payload.aud, 'een-andere-client'] } }),
    },
  },
  {
    id: 'T130',
    kind: 'protocol',
    does: 'token is een uur verlopen',
    effect: timeClaims((now) => ({ iat: now - 3900, exp: now - 3600 })),
  },
  {
    id: 'T131',
    kind: 'protocol',
    does: 'iat ligt een uur in de toekomst',
    effect: timeClaims((now) => ({ iat: now + 3600, exp: now + 3900 })),
  },
  {
    id: 'T132',
    kind: 'protocol',
    does: 'auth_time is een uur oud',
    effect: timeClaims((now) => ({ auth_time: now - 3600 })),
  },
  { id: 'T132b', kind: 'protocol', does: 'auth_time ontbreekt', effect: withoutClaim('auth_time') },
  { id: 'T133', kind: 'level', does: 'acr ontbreekt in het token', effect: withoutClaim('acr') },
  {
    id: 'T134',
    kind: 'protocol',
    does: 'sub van userinfo is een ander dan die van het token',
    effect: { at: 'userinfo', change: (body) => ({ ...body, sub: 'een-ander' }) },
  },
]

const DISCOVERY: readonly Fault[] = [
  {
    id: 'T135',
    kind: 'protocol',
    does: 'issuer in discovery is een andere',
    effect: {
      at: 'discovery',
      change: (document) => ({ ...document, issuer: 'http://localhost/een-andere-makelaar' }),
    },
  },
  {
    id: 'T136',
    kind: 'protocol',
    does: 'discovery noemt een onversleuteld token-adres op een vreemde host',
    effect: {
      at: 'discovery',
      change: (document) => ({ ...document, token_endpoint: 'http://onversleuteld.invalid/token' }),
    },
  },
]

/** Every fault that the simulator can put into one login, in the order of their numbers. Tests iterate over this table. */
export const FAULTS: readonly Fault[] = [
  ...PEOPLE,
  ...AVAILABILITY,
  ...LEVEL_FAULTS,
  ...CONTENT_FAULTS,
  ...CALLBACK,
  ...TOKEN,
  ...DISCOVERY,
].toSorted((a, b) => Number.parseInt(a.id.slice(1), 10) - Number.parseInt(b.id.slice(1), 10))

/** The fault with this number, if there is one. */
export const findFault = (id: string): Fault | undefined => FAULTS.find((fault) => fault.id === id)
