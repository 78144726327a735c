import { render, screen } from '@testing-library/react'
import { Checkbox } from '#/app/_ui/checkbox.tsx'
import { ErrorSummary } from '#/app/_ui/error-summary.tsx'
import { TextField } from '#/app/_ui/field.tsx'
import { RadioGroup } from '#/app/_ui/radio-group.tsx'
import { Select } from '#/app/_ui/select.tsx'
import { TextArea } from '#/app/_ui/text-area.tsx'
import { expectNoAxeViolations } from '#/tests/support/axe.ts'

const ERROR = 'Vul uw achternaam in'

describe('fields', () => {
  // The label is the name people and tests find a field by; hint and error must not become part of it.
  it('name a control by its label alone and describe it by hint and error', async () => {
    render(
      <form>
        <TextField name="achternaam" label="Achternaam" hint="Zonder tussenvoegsel" error={ERROR} />
        <TextArea name="reden" label="Reden" hint="In één zin" error="Geef een reden" />
        <Select name="soort" label="Bericht" options={[{ value: '', label: 'Alle' }]} hint="Soort" error="Kies" />
        <Checkbox
          name="vastgesteld"
          label="Ik heb vastgesteld wie deze persoon is"
          hint="Legitimatie"
          error="Bevestig"
        />
      </form>,
    )
    const field = screen.getByRole('textbox', { name: 'Achternaam' })
    expect(field).toBeInvalid()
    expect(field).toHaveAccessibleDescription(`Zonder tussenvoegsel Fout: ${ERROR}`)
    expect(screen.getByRole('textbox', { name: 'Reden' })).toHaveAccessibleDescription(
      'In één zin Fout: Geef een reden',
    )
    expect(screen.getByRole('combobox', { name: 'Bericht' })).toHaveAccessibleDescription('Soort Fout: Kies')
    expect(screen.getByRole('checkbox', { name: 'Ik heb vastgesteld wie deze persoon is' })).toBeInvalid()
    await expectNoAxeViolations()
  })

  it('choose one of a few in a group with a name, with the last choice checked and noted', async () => {
    render(
      <form>
        <RadioGroup
          name="makelaar"
          legend="Bij welke leverancier?"
          look="cards"
          defaultValue="kpn"
          options={[
            { value: 'digidentity', label: 'Digidentity' },
            { value: 'kpn', label: 'KPN', note: 'Vorige keer gekozen' },
          ]}
        />
      </form>,
    )
    expect(screen.getByRole('group', { name: 'Bij welke leverancier?' })).toBeVisible()
    const chosen = screen.getByRole('radio', { name: 'KPN' })
    expect(chosen).toBeChecked()
    expect(chosen).toHaveAccessibleDescription('Vorige keer gekozen')
    await expectNoAxeViolations()
  })

  // A link of the summary that leads nowhere strands whoever follows it.
  it('lead from the summary to the control, for a group to its first choice', async () => {
    render(
      <main>
        <ErrorSummary
          title="Er is een probleem"
          errors={[
            { field: 'achternaam', message: ERROR },
            { field: 'aanhef', message: 'Kies uw aanhef' },
            { field: null, message: 'De code is verlopen' },
          ]}
        />
        <TextField name="achternaam" label="Achternaam" error={ERROR} />
        <RadioGroup
          name="aanhef"
          legend="Aanhef"
          options={[
            { value: 'DE_HEER', label: 'De Heer' },
            { value: 'MEVROUW', label: 'Mevrouw' },
          ]}
        />
      </main>,
    )
    const target = (name: string) =>
      document.querySelector(screen.getByRole('link', { name }).getAttribute('href') ?? '')
    expect(target(ERROR)).toBe(screen.getByRole('textbox', { name: 'Achternaam' }))
    expect(target('Kies uw aanhef')).toBe(screen.getByRole('radio', { name: 'De Heer' }))
    expect(screen.getByRole('alert', { name: 'Er is een probleem' })).toHaveFocus()
    expect(screen.getByText('De code is verlopen')).toBeVisible()
    await expectNoAxeViolations()
  })
})
