import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { z } from 'zod'
import { Checkbox } from '#/app/_ui/checkbox.tsx'
import { TextField } from '#/app/_ui/field.tsx'
import { Form } from '#/app/_ui/form.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { type FormAction, type FormState, formValues, shownVersion } from '#/lib/platform/actions/form-state.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { expectNoAxeViolations } from '#/tests/support/axe.ts'

const Person = z.object({
  naam: z.string().min(1, 'naamLeeg'),
  email: z.string().regex(/@/, 'Vul een e-mailadres in'),
  nieuws: z.literal('ja').optional(),
})
const TEXTS = {
  summaryTitle: 'Er is een probleem',
  errorPrefix: 'Fout:',
  network: translator('nl', 'common')('form.network'),
  errors: { naamLeeg: 'Vul uw naam in' },
}

function show(action: FormAction, title = 'Gegevens') {
  document.title = title
  render(
    <main>
      <Form action={action} schema={Person} texts={TEXTS} formKey="sleutel-1" draft="gegevens">
        {({ field, checkbox, pending, state }) => (
          <>
            {state.kind === 'done' ? <p>{state.message}</p> : null}
            <TextField {...field('naam')} label="Naam" />
            <TextField {...field('email')} label="E-mail" />
            <Checkbox {...checkbox('nieuws')} value="ja" label="Nieuwsbrief" />
            <SubmitButton busyText="Bezig" pending={pending}>
              Opslaan
            </SubmitButton>
          </>
        )}
      </Form>
    </main>,
  )
  return userEvent.setup()
}

const press = () => screen.getByRole('button', { name: 'Opslaan' })
const faults = () => screen.getAllByRole('link').map((link) => link.textContent)

describe('Form', () => {
  it('checks with the schema of the server before it sends, and shows all faults at once', async () => {
    const action = jest.fn<Promise<FormState>, Parameters<FormAction>>()
    const user = show(action)
    await user.click(press())
    expect(await screen.findByRole('alert', { name: 'Er is een probleem' })).toHaveFocus()
    expect(faults()).toEqual(['Vul uw naam in', 'Vul een e-mailadres in'])
    expect(screen.getByRole('textbox', { name: 'Naam' })).toHaveAccessibleDescription('Fout: Vul uw naam in')
    expect(document.title).toBe('Fout: Gegevens')
    expect(action).not.toHaveBeenCalled()
    await expectNoAxeViolations()
  })

  // Guards "concurrent edits are refused with both versions shown": what was typed stays, and the next try is on what was shown.
  it('shows what a colleague made of it beside what was typed, and goes on from there', async () => {
    const conflict = {
      version: 5,
      caption: 'Gewijzigd door Bos',
      headers: { field: 'Wat', now: 'Geldt nu', filled: 'Door u ingevuld' },
      rows: [{ field: 'Bewaartermijn', now: 'Een dag', filled: 'Een jaar' }],
    }
    const errors = [{ field: null, message: 'Een collega was eerder.' }]
    const user = show((_previous, data) =>
      Promise.resolve({ kind: 'error', errors, values: formValues(data), conflict }),
    )
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Jansen')
    await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'a@b.nl')
    await user.click(press())
    const table = await screen.findByRole('table', { name: 'Gewijzigd door Bos' })
    expect(table).toHaveTextContent('BewaartermijnEen dagEen jaar')
    expect(screen.getByRole('alert', { name: 'Er is een probleem' })).toHaveFocus()
    expect(screen.getByRole('textbox', { name: 'Naam' })).toHaveValue('Jansen')
    const state: FormState = { kind: 'error', errors, values: {}, conflict }
    expect([shownVersion(state, 3), shownVersion(state, 6), shownVersion({ kind: 'idle' }, 3)]).toEqual([5, 6, 3])
    await expectNoAxeViolations()
  })

  // Somebody in the middle of a word is not wrong yet.
  it('says nothing while one types or leaves a field', async () => {
    const user = show(jest.fn())
    await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'half')
    await user.tab()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('sends what stands in the form, with the key that makes it count once', async () => {
    const sent: unknown[] = []
    const user = show((_previous, data) => {
      sent.push(formValues(data))
      return Promise.resolve({ kind: 'done', message: 'Opgeslagen' })
    })
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Jansen')
    await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'a@b.nl')
    await user.click(screen.getByRole('checkbox', { name: 'Nieuwsbrief' }))
    await user.click(press())
    expect(await screen.findByText('Opgeslagen')).toBeVisible()
    expect(sent).toEqual([{ formKey: 'sleutel-1', naam: 'Jansen', email: 'a@b.nl', nieuws: 'ja' }])
    expect(document.title).toBe('Gegevens')
  })

  it('shows the faults of the server in the same summary and keeps what was typed', async () => {
    const user = show((_previous, data) =>
      Promise.resolve({
        kind: 'error',
        errors: [{ field: 'naam', message: 'Deze naam is al bekend' }],
        values: formValues(data),
      }),
    )
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Jansen')
    await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'a@b.nl')
    await user.click(press())
    const summary = await screen.findByRole('alert', { name: 'Er is een probleem' })
    await waitFor(() => expect(summary).toHaveFocus())
    expect(faults()).toEqual(['Deze naam is al bekend'])
    expect(screen.getByRole('textbox', { name: 'Naam' })).toHaveValue('Jansen')
  })

  // The page of an answer without script that a script then takes over.
  it('says once in the title that there are faults, and takes it back when there are none', async () => {
    const user = show(() => Promise.resolve({ kind: 'done', message: 'Opgeslagen' }), 'Fout: Gegevens')
    await user.click(press())
    expect(await screen.findByRole('alert', { name: 'Er is een probleem' })).toHaveFocus()
    expect(document.title).toBe('Fout: Gegevens')
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Jansen')
    await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'a@b.nl')
    await user.click(press())
    expect(await screen.findByText('Opgeslagen')).toBeVisible()
    expect(document.title).toBe('Gegevens')
  })

  it('sends once when the button is pressed again while sending', async () => {
    let answer: (state: FormState) => void = () => undefined
    const action = jest.fn(() => new Promise<FormState>((resolve) => (answer = resolve)))
    const user = show(action)
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Jansen')
    await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'a@b.nl')
    await user.click(press())
    await user.click(await screen.findByRole('button', { name: 'Bezig' }))
    await user.keyboard('{Enter}')
    answer({ kind: 'done', message: 'Opgeslagen' })
    expect(await screen.findByText('Opgeslagen')).toBeVisible()
    expect(action).toHaveBeenCalledTimes(1)
  })

  // A thrown fetch would replace the page by an error page, and what was typed with it.
  // Only the answer may have been lost: who reads that nothing was sent does it again elsewhere.
  it('says that nobody knows whether it arrived, and keeps what was typed', async () => {
    const user = show(() => Promise.reject(new TypeError('Failed to fetch')))
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Jansen')
    await user.type(screen.getByRole('textbox', { name: 'E-mail' }), 'a@b.nl')
    await user.click(press())
    expect(await screen.findByText(/Wij weten niet of uw gegevens zijn aangekomen\./)).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Naam' })).toHaveValue('Jansen')
  })
})
