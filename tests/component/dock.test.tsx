import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { DeliveryQueue } from '#/app/_delivery/delivery-queue.ts'
import { Dock } from '#/app/_delivery/dock.tsx'
import type { DeliveryTexts } from '#/app/_delivery/texts.ts'
import type { Step } from '#/app/_delivery/transport.ts'
import { nl } from '#/lib/platform/i18n/nl/messages.ts'
import { expectNoAxeViolations } from '#/tests/support/axe.ts'

const texts = nl.berichten.delivery as DeliveryTexts
const destination = {
  uploadAddress: '/api/berichten/iwmo',
  pagesAddress: '/producten/iwmo/berichten',
  maximumBytes: 100,
}

function setUp(names: readonly string[]) {
  const give = new Map<string, (step: Step) => void>()
  let refreshes = 0
  let cleared = 0
  const queue = new DeliveryQueue({
    transport: ({ name }, onStep) => {
      give.set(name, onStep)
      return { cancel: () => undefined }
    },
    later: () => () => undefined,
    random: () => 1,
    newKey: () => crypto.randomUUID(),
  })
  const nothing = () => undefined
  const router = {
    refresh: () => (refreshes += 1),
    push: nothing,
    replace: nothing,
    prefetch: nothing,
    back: nothing,
    forward: nothing,
  }
  const view = render(
    <AppRouterContext.Provider value={router as unknown as NonNullable<React.ContextType<typeof AppRouterContext>>}>
      <Dock
        queue={queue}
        texts={texts}
        leftOut={['map/foto.jpg']}
        isCut={false}
        whileShown={() => () => undefined}
        onClear={() => {
          cleared += 1
        }}
      />
    </AppRouterContext.Provider>,
  )
  act(() =>
    queue.add(
      names.map((name) => ({ file: new File(['<a/>'], name), name })),
      destination,
    ),
  )
  const step = (name: string, one: Step) => act(() => give.get(name)?.(one))
  return { view, queue, step, refreshes: () => refreshes, cleared: () => cleared }
}
const live = (view: ReturnType<typeof render>) => view.container.querySelector('[aria-live="polite"]')?.textContent
const accepted: Step = {
  kind: 'answered',
  status: 201,
  text: JSON.stringify({ id: 'b', berichtsoort: 'WMO301', identificatie: 'T' }),
  retryAfterSeconds: null,
}

// Someone who sees "failed" sends the file again by hand, and then it may be there twice.
it('says that the connection is lost and that it goes on by itself, with a button to try now', async () => {
  const user = userEvent.setup()
  const { view, step, refreshes } = setUp(['een.xml', 'twee.xml'])
  step('een.xml', { kind: 'lost' })
  expect(live(view)).toBe('Verbinding verbroken. Wij gaan vanzelf verder.')
  await expectNoAxeViolations(view.container)
  await user.click(screen.getByRole('button', { name: 'Probeer nu van een.xml' }))
  step('een.xml', accepted)
  step('twee.xml', accepted)
  expect(screen.getByText('2 van 2 bestanden klaar: 2 aangenomen, 0 niet aangenomen.')).toBeVisible()
  expect(refreshes()).toBe(1)
})

it('names what was left out of a folder, and folds to one line', async () => {
  const user = userEvent.setup()
  setUp(['een.xml'])
  expect(screen.getByText('map/foto.jpg')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Inklappen' }))
  expect(screen.queryByRole('list', { name: 'Aangeleverde bestanden' })).toBeNull()
  expect(screen.getByText('0 van 1 bestanden klaar: 0 aangenomen, 0 niet aangenomen.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Uitklappen' }))
  expect(screen.getByRole('list', { name: 'Aangeleverde bestanden' })).toBeVisible()
})

// Fifty outcomes one after the other drown everything else that a screen reader says.
it('tells of many files how far they are at every quarter only', () => {
  const names = Array.from({ length: 8 }, (_, place) => `${place}.xml`)
  const { view, step } = setUp(names)
  const heard: (string | null | undefined)[] = []
  for (const name of names) {
    step(name, accepted)
    heard.push(live(view))
  }
  expect(heard).toEqual([
    '',
    '2 van 8 bestanden aangeleverd',
    '2 van 8 bestanden aangeleverd',
    '4 van 8 bestanden aangeleverd',
    '4 van 8 bestanden aangeleverd',
    '6 van 8 bestanden aangeleverd',
    '6 van 8 bestanden aangeleverd',
    '8 van 8 bestanden aangeleverd',
  ])
})
