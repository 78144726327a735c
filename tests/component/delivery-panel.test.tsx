import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { DeliveryPanel, type DeliveryTexts } from '#/app/(portaal)/producten/[product]/berichten/delivery-panel.tsx'
import { nl } from '#/lib/platform/i18n/nl/messages.ts'

const texts = nl.berichten.delivery as DeliveryTexts
const router = {
  refresh: () => undefined,
  push: () => undefined,
  replace: () => undefined,
  prefetch: () => undefined,
  back: () => undefined,
  forward: () => undefined,
} as unknown as NonNullable<React.ContextType<typeof AppRouterContext>>

const xml = (name: string) => new File(['<a/>'], name, { type: 'application/xml' })
const field = () => screen.getByLabelText<HTMLInputElement>(/Kies bestanden/)

type Load = NonNullable<React.ComponentProps<typeof DeliveryPanel>['load']>

/** Stands in for what sends the files. */
function Names({ files }: { files: readonly File[] }) {
  return <p>Onderweg: {files.map(({ name }) => name).join(', ')}</p>
}

function show(load: Load) {
  render(
    <AppRouterContext.Provider value={router}>
      <DeliveryPanel
        uploadAddress="/api/berichten/iwmo"
        pagesAddress="/producten/iwmo/berichten"
        maximumBytes={20_000_000}
        texts={texts}
        load={load}
      />
    </AppRouterContext.Provider>,
  )
}

// The script that sends files comes on demand: what was chosen in the meantime must neither be lost nor be sent twice.
it('hands every chosen file over once, in order, when the script that sends them has come', async () => {
  const user = userEvent.setup()
  const come = Promise.withResolvers<Awaited<ReturnType<Load>>>()
  show(() => come.promise)
  await user.upload(field(), xml('een.xml'))
  come.resolve({ Uploads: Names })
  await screen.findByText('Onderweg: een.xml')
  await user.upload(field(), [xml('twee.xml'), xml('drie.xml')])
  await screen.findByText('Onderweg: een.xml, twee.xml, drie.xml')
  expect(field().files).toHaveLength(0)
})

// Without it (connection lost, portal renewed) a page with a button that does nothing would be left.
it('becomes the plain form that keeps the chosen files when the script that sends them cannot be had', async () => {
  const user = userEvent.setup()
  let attempts = 0
  show(() => {
    attempts += 1
    return Promise.reject(new Error('chunk'))
  })
  expect(screen.queryByRole('button', { name: 'Aanleveren' })).toBeNull()
  await user.upload(field(), xml('een.xml'))
  expect(await screen.findByRole('alert')).toHaveTextContent(texts.states.failed)
  expect(attempts).toBeGreaterThan(0)
  expect([...(field().files ?? [])].map(({ name }) => name)).toEqual(['een.xml'])
  const button = screen.getByRole('button', { name: 'Aanleveren' })
  const form = button.closest('form')
  expect(form).toHaveAttribute('action', '/api/berichten/iwmo/formulier')
  // React listens at its root, so the window hears last whether the script stopped the browser. jsdom itself sends no form.
  const stopped: boolean[] = []
  const listen = (event: Event) => {
    stopped.push(event.defaultPrevented)
    event.preventDefault()
  }
  window.addEventListener('submit', listen)
  await user.click(button)
  window.removeEventListener('submit', listen)
  expect(stopped).toEqual([false])
})
