import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Given } from '#/app/_delivery/deliveries.tsx'
import type { DeliveryTexts } from '#/app/_delivery/texts.ts'
import { DeliveryPanel } from '#/app/(portaal)/producten/[product]/berichten/delivery-panel.tsx'
import { nl } from '#/lib/platform/i18n/nl/messages.ts'

const texts = nl.berichten.delivery as DeliveryTexts
const xml = (name: string) => new File(['<a/>'], name, { type: 'application/xml' })
const field = () => screen.getByLabelText<HTMLInputElement>(/Kies bestanden/)

type Load = NonNullable<React.ComponentProps<typeof DeliveryPanel>['load']>

const destination = {
  uploadAddress: '/api/berichten/iwmo',
  pagesAddress: '/producten/iwmo/berichten',
  maximumBytes: 20_000_000,
}
const show = (load: Load) => render(<DeliveryPanel icon={null} destination={destination} texts={texts} load={load} />)

// The script that sends files comes on demand: what was chosen in the meantime must neither be lost nor be sent twice.
it('hands every chosen file over once, in order, when the script that sends them has come', async () => {
  const user = userEvent.setup()
  const come = Promise.withResolvers<Awaited<ReturnType<Load>>>()
  const handedOver: string[][] = []
  show(() => come.promise)
  await user.upload(field(), xml('een.xml'))
  const deliver = (given: Given) => {
    handedOver.push('chosen' in given ? given.chosen.map(({ name }) => name) : [])
    return Promise.resolve()
  }
  come.resolve({ deliver })
  await waitFor(() => expect(handedOver).toEqual([['een.xml']]))
  await user.upload(field(), [xml('twee.xml'), xml('drie.xml')])
  await waitFor(() => expect(handedOver).toEqual([['een.xml'], ['twee.xml', 'drie.xml']]))
  expect(field().files).toHaveLength(0)
})

// A bare file about the eigen bijdrage does not say what it is: the choice of that moment goes with it, and with no other.
it('sends along what was chosen when the files were handed over', async () => {
  const user = userEvent.setup()
  const soorten: (string | undefined)[] = []
  const load: Load = () =>
    Promise.resolve({
      deliver: (_given, { soort }) => {
        soorten.push(soort)
        return Promise.resolve()
      },
    })
  const choice = (
    <select name="soort" aria-label="Soort">
      <option value="">Met envelop</option>
      <option value="WMO405">WMO405</option>
    </select>
  )
  render(<DeliveryPanel icon={null} choice={choice} destination={destination} texts={texts} load={load} />)
  await user.upload(field(), xml('envelop.xml'))
  await waitFor(() => expect(soorten).toEqual([undefined]))
  await user.selectOptions(screen.getByLabelText('Soort'), 'WMO405')
  await user.upload(field(), xml('start.xml'))
  await waitFor(() => expect(soorten).toEqual([undefined, 'WMO405']))
})

// A drop can be read only while it is handled, and the script that reads folders comes later.
it('hands over what is dropped on the page with the folders in it', async () => {
  const handedOver: Given[] = []
  show(() =>
    Promise.resolve({
      deliver: (given) => {
        handedOver.push(given)
        return Promise.resolve()
      },
    }),
  )
  const folder = { isDirectory: true, name: 'map' }
  const file = xml('los.xml')
  const items = [
    { kind: 'file', webkitGetAsEntry: () => folder, getAsFile: () => null },
    { kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => file },
    { kind: 'string' },
  ]
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], items, files: [file] } })
  await waitFor(() => expect(handedOver).toHaveLength(1))
  expect(handedOver).toEqual([
    {
      dropped: [
        { entry: folder, file: null },
        { entry: null, file },
      ],
    },
  ])
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
