import { dirname } from 'node:path'
import {
  type Actor,
  type MemberActor,
  type OnboardingState,
  type ProductRole,
  systemActor,
} from '#/lib/access/actor.ts'
import { authorise, authoriseProduct, authoriseStaff, holds } from '#/lib/access/authorise.ts'
import { PERMISSIONS, type Permission } from '#/lib/access/permissions.ts'
import { PRODUCTS, type Product } from '#/lib/access/products.ts'
import {
  ACTION_ROWS,
  CALL_ROWS,
  NOTHING_THERE,
  PAGE_ROWS,
  PERMISSION_ROWS,
  type Row,
} from '#/tests/architecture/roles-matrix/matrix.ts'
import { allSources, type Source } from '#/tests/architecture/sources.ts'

const sources = allSources()
const byName = (one: string, other: string) => (one < other ? -1 : 1)
const appFiles = (name: string) => sources.filter(({ path }) => path.startsWith('app/') && path.endsWith(`/${name}`))

/** The address of a page or call: groups of folders are no part of it. */
const addressOf = ({ path }: Source) =>
  `/${dirname(path)
    .split('/')
    .slice(1)
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/')}`

// Guards issue item 12: what is new fails here until the matrix says who may use it.
describe('the roles matrix has a row for', () => {
  it('every permission, and no other', () => {
    expect(Object.keys(PERMISSION_ROWS).toSorted(byName)).toEqual(Object.keys(PERMISSIONS).toSorted(byName))
  })

  it('every page, and no other', () => {
    expect(appFiles('page.tsx').map(addressOf).toSorted(byName)).toEqual(Object.keys(PAGE_ROWS).toSorted(byName))
  })

  it('every server action, and no other', () => {
    const files = sources.filter(({ path, text }) => path.startsWith('app/') && /^'use server'/m.test(text))
    const names = files.flatMap(({ text }) =>
      [...text.matchAll(/^export [^\n]*?(\w+)(?: =|\()/gm)].map((m) => m[1] ?? ''),
    )
    expect(names.toSorted(byName)).toEqual(Object.keys(ACTION_ROWS).toSorted(byName))
  })

  it('every call, and no other', () => {
    const calls = appFiles('route.ts')
      .filter((file) => addressOf(file) !== NOTHING_THERE)
      .flatMap((file) =>
        [...file.text.matchAll(/^export (?:const|async function|function) ([A-Z]+)/gm)].map(
          (match) => `${match[1]} ${addressOf(file)}`,
        ),
      )
    expect(calls.toSorted(byName)).toEqual(Object.keys(CALL_ROWS).toSorted(byName))
  })
})

// Guards ASVS 8.3.1: one road for all; a handler that goes round the policy does not get through the build.
describe('every way in goes through the policy', () => {
  it('pages behind the login ask who it is', () => {
    const asking = /\brequire(?:Actor|Member|Session)\(/
    const unasked = appFiles('page.tsx').filter((page) => {
      if (PAGE_ROWS[addressOf(page)]?.part === 'public') return false
      const near = sources.filter(({ path }) => page.imports.includes(path) && path.startsWith('app/(portaal)/'))
      return ![page, ...near].some(({ text }) => asking.test(text))
    })
    expect(unasked.map(({ path }) => path)).toEqual([])
  })

  // Next's own refusals are empty documents without script, and a page of another make has no title for them.
  it('pages are made by definePage, their titles by pageTitle, and nothing but actions refuses in the way of Next', () => {
    const loose = appFiles('page.tsx').filter(
      ({ text }) =>
        !/^export default definePage\(/m.test(text) || !/^export const generateMetadata = pageTitle\(/m.test(text),
    )
    expect(loose.map(({ path }) => path)).toEqual([])
    const refusing = sources.filter(({ text }) =>
      /import \{[^}]*\b(?:notFound|forbidden|unauthorized)\b[^}]*\} from 'next\/navigation'/.test(text),
    )
    expect(refusing.map(({ path }) => path)).toEqual(['app/_server/define-action.ts'])
  })

  it('actions are made by defineAction, calls that ask something by defineRoute', () => {
    const actions = sources.filter(({ path, text }) => path.startsWith('app/') && /^'use server'/m.test(text))
    const loose = actions.filter(({ text }) => /^export (?!const \w+ = defineAction\()/m.test(text))
    expect(loose.map(({ path }) => path)).toEqual([])
    const open = appFiles('route.ts')
      .filter(({ text }) => !/= define(?:Route|\w+Route)\(/.test(text))
      .map(addressOf)
    const expected = Object.entries(CALL_ROWS)
      .filter(([, asks]) => asks === 'open')
      .map(([call]) => call.split(' ')[1])
    expect(open.toSorted(byName)).toEqual([...expected, NOTHING_THERE].toSorted((a, b) => byName(a ?? '', b ?? '')))
  })

  it('every permission is asked for by a use case', () => {
    const used = sources.filter(({ path }) => path.startsWith('lib/') && path !== 'lib/access/permissions.ts')
    const asked = (permission: string) => used.some(({ text }) => text.includes(`'${permission}'`))
    expect(Object.keys(PERMISSIONS).filter((permission) => !asked(permission))).toEqual([])
  })
})

const STATES: readonly OnboardingState[] = ['PROFIEL', 'VERIFICATIE', 'OPNIEUW_INLOGGEN', 'ACTIEF', 'GEBLOKKEERD']
const ROLES: readonly (ProductRole | null)[] = [null, 'GEBRUIKER', 'PRODUCTBEHEERDER']
const common = {
  userId: 'u',
  sessionId: 's',
  displayName: 'A. Jansen',
  loa: 'loa3',
  brokerId: 'kpn',
  authnInstant: new Date(0),
  origin: { requestId: 'r', ipPrefix: 'p', userAgentHash: 'h' },
}
const STAFF: Actor = { kind: 'staff', ...common }

function member(state: OnboardingState, isManager: boolean, roles: MemberActor['roles']): MemberActor {
  const organisation = { organisationId: 'own', organisationName: 'Voorbeeldstad', gemeenteCode: '9901' }
  return { kind: 'member', ...common, memberId: 'm', ...organisation, state, isManager, roles }
}

/** Every member: each state, with and without the office, with every choice of roles for the three products. */
const MEMBERS: readonly MemberActor[] = STATES.flatMap((state) =>
  [false, true].flatMap((isManager) =>
    ROLES.flatMap((iwmo) =>
      ROLES.flatMap((ijw) =>
        ROLES.map((wlz) => {
          const chosen = Object.entries({ iwmo, ijw, 'wlz-registertoets': wlz }).filter(([, role]) => role !== null)
          return member(state, isManager, Object.fromEntries(chosen) as MemberActor['roles'])
        }),
      ),
    ),
  ),
)

/** Software with a certificate for none, for each product, and for several. */
const CERTIFIED_FOR: readonly (readonly Product[])[] = [[], ...PRODUCTS.map((one) => [one]), ['iwmo', 'ijw'], PRODUCTS]
const SOFTWARE: readonly Actor[] = CERTIFIED_FOR.map((products) => ({
  ...common,
  kind: 'software',
  organisationId: 'own',
  organisationName: 'Voorbeeldstad',
  gemeenteCode: '9901',
  fingerprint: 'f',
  products,
}))

function allowed(actor: Actor, row: Row, product: Product): boolean {
  if (row.by === 'servicedesk') return actor.kind === 'staff'
  if (row.by === 'portal') return actor.kind === 'system'
  if (row.by === 'software')
    return actor.kind === 'software' && row.products.includes(product) && actor.products.some((one) => one === product)
  if (actor.kind !== 'member') return false
  if (row.by === 'member') return row.states.includes(actor.state)
  if (actor.state !== 'ACTIEF') return false
  if (row.by === 'gebruikersbeheerder') return actor.isManager
  return row.products.includes(product) && actor.roles[product] === row.by
}

describe.each(Object.keys(PERMISSION_ROWS) as Permission[])('%s', (permission) => {
  // 270 members, staff, software of gemeenten and the portal itself, for each of three products.
  it.each(PRODUCTS)('is held by exactly whom the matrix names, for %s', (product) => {
    const actors: readonly Actor[] = [...MEMBERS, STAFF, ...SOFTWARE, systemActor('job', 'r')]
    const wrong = actors.filter(
      (actor) => holds(actor, permission, product) !== allowed(actor, PERMISSION_ROWS[permission], product),
    )
    expect(wrong).toEqual([])
  })
})

// Own, other and no organisation: a scope is always that of the actor's own gemeente, whatever is asked; staff have none.
describe('the scope of a permission', () => {
  it('names the own gemeente and no other, for all who hold it', () => {
    for (const actor of MEMBERS.filter(({ state }) => state === 'ACTIEF'))
      for (const product of PRODUCTS) {
        const scopes = [
          authorise(actor, 'dashboard.read').scope,
          ...(holds(actor, 'bericht.list', product) ? [authoriseProduct(actor, 'bericht.list', product).scope] : []),
        ]
        for (const scope of scopes) expect(scope.realm).toEqual({ kind: 'organisatie', organisationId: 'own' })
      }
  })

  it('of staff names no gemeente, and shows no berichten (tests of the realms)', () => {
    expect(authoriseStaff(STAFF, 'organisation.read').scope.realm).toEqual({ kind: 'servicedesk' })
  })
})
