import type { AnswerFacts, DialectName } from '#/simulators/makelaar/dialects.ts'

/** An ID token before it is signed, and with what it is signed. Faults change it; the honest one is never touched. */
export type IdTokenDraft = {
  readonly header: Readonly<Record<string, unknown>>
  readonly payload: Readonly<Record<string, unknown>>
  /** `other-own` is the second key of the JWKS, `foreign` a key that no JWKS holds. */
  readonly signWith: 'own' | 'other-own' | 'foreign' | 'hmac-of-public-key' | 'nothing'
}

/** What a fault of the callback may need to know about the world around it. */
export type CallbackSurroundings = {
  readonly otherIssuer: string
  readonly otherRedirectUri: string
  /** A living code of this issuer that was given to another client. */
  readonly codeOfOtherClient: string
}

/** Where a fault bites, and how. */
export type FaultEffect =
  | { readonly at: 'start' }
  | { readonly at: 'sms' }
  | { readonly at: 'discovery'; readonly status: 503 }
  | { readonly at: 'discovery'; readonly change: (document: Record<string, unknown>) => Record<string, unknown> }
  | { readonly at: 'facts'; readonly change: (facts: AnswerFacts, dialect: DialectName) => AnswerFacts }
  | { readonly at: 'idToken'; readonly change: (draft: IdTokenDraft) => IdTokenDraft }
  | { readonly at: 'userinfo'; readonly change: (body: Record<string, unknown>) => Record<string, unknown> }
  | { readonly at: 'callback'; readonly change: (url: URL, around: CallbackSurroundings) => URL }
  | { readonly at: 'token'; readonly status: 500 }
  | { readonly at: 'token'; readonly delaySeconds: number }

export type Fault = {
  /** Number of eHerkenning chapter 15; a letter behind it names a variant. */
  readonly id: string
  /** `sound`: unusual but right, the login must succeed. The others: a login that must be refused, by kind of reason. */
  readonly kind: 'sound' | 'availability' | 'level' | 'content' | 'protocol'
  /** What happens, for the developer page and the manual; Dutch. */
  readonly does: string
  readonly effect: FaultEffect
}

const facts = (change: (facts: AnswerFacts, dialect: DialectName) => AnswerFacts): FaultEffect => ({
  at: 'facts',
  change,
})
const levels = (...values: readonly string[]): FaultEffect => facts((answer) => ({ ...answer, levels: values }))
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

const LEVELS: readonly Fault[] = [
  { id: 'T40', kind: 'level', does: 'niveau EH2+ (loa2plus)', effect: levels('loa2plus') },
  { id: 'T41', kind: 'level', does: 'niveau EH2 (loa2)', effect: levels('loa2') },
  { id: 'T42', kind: 'level', does: 'geen niveau', effect: levels() },
  { id: 'T43', kind: 'level', does: 'niveau met een onbekend woord', effect: levels('hoog-genoeg') },
  { id: 'T44', kind: 'level', does: 'twee niveaus in één antwoord: EH2 en EH3', effect: levels('loa2', 'loa3') },
]

const CONTENT: readonly Fault[] = [
  {
    id: 'T45',
    kind: 'content',
    does: 'een andere dienst: ander ServiceID en ServiceUUID (dialect C: een ander publiek)',
    effect: facts((answer) => ({
      ...answer,
      serviceId: 'urn:etoegang:DV:00000003900000980000:services:7',
      serviceUuid: '0b1d8f52-5f0e-4a2b-8a35-7f9f4a0c9e77',
    })),
  },
  {
    id: 'T46',
    kind: 'content',
    does: 'geen organisatie (LegalSubjectID)',
    effect: facts((answer) => ({ ...answer, kvk: [], rsin: null })),
  },
  {
    id: 'T47',
    kind: 'content',
    does: 'geen pseudoniem (ActingSubjectID)',
    effect: facts((answer) => ({ ...answer, pseudonym: null })),
  },
  {
    id: 'T48',
    kind: 'content',
    does: 'een burgerservicenummer in het antwoord',
    effect: facts((answer) => ({ ...answer, bsn: '999990019' })),
  },
  {
    id: 'T49',
    kind: 'content',
    does: 'KvK-nummer van 7 cijfers',
    effect: facts((answer) => ({ ...answer, kvk: ['9000000'] })),
  },
  {
    id: 'T49b',
    kind: 'content',
    does: 'KvK-nummer met letters',
    effect: facts((answer) => ({ ...answer, kvk: ['9000000A'] })),
  },
  {
    id: 'T50',
    kind: 'content',
    does: 'onbekende organisatie (KvK 90000099)',
    effect: facts((answer) => ({ ...answer, kvk: ['90000099'], rsin: null })),
  },
  {
    id: 'T51',
    kind: 'content',
    does: 'beperkt tot een vestiging',
    effect: facts((answer) => ({ ...answer, branch: '000090000011' })),
  },
  {
    id: 'T52',
    kind: 'content',
    does: 'de organisatie twee keer, met verschillende nummers',
    effect: facts((answer) => ({ ...answer, kvk: [...answer.kvk, '90000002', '90000001'].slice(0, 2) })),
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
  ...AVAILABILITY,
  ...LEVELS,
  ...CONTENT,
  ...CALLBACK,
  ...TOKEN,
  ...DISCOVERY,
].toSorted((a, b) => Number.parseInt(a.id.slice(1), 10) - Number.parseInt(b.id.slice(1), 10))

/** The fault with this number, if there is one. */
export const findFault = (id: string): Fault | undefined => FAULTS.find((fault) => fault.id === id)
