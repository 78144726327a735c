import { render, screen, within } from '@testing-library/react'
import { BERICHT_STATUS_LOOK, BerichtStatusBadge } from '#/app/_ui/bericht-status.tsx'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { ONBOARDING_LOOK, OnboardingStatusBadge } from '#/app/_ui/onboarding-status.tsx'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'
import { expectNoAxeViolations } from '#/tests/support/axe.ts'

type Row = { readonly id: string; readonly name: string; readonly when: string }
const ROWS: readonly Row[] = [
  { id: '1', name: 'WMO301 Toewijzing', when: 'Vandaag, 11.20 uur' },
  { id: '2', name: 'WMO305 Start', when: 'Gisteren, 16.02 uur' },
]
const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', header: 'Bericht', isRowHeader: true, cell: (row) => row.name },
  { key: 'when', header: 'Verstuurd', cell: (row) => row.when },
  { key: 'act', header: 'Acties', headerHidden: true, cell: () => <a href="/ophalen">Ophalen</a> },
]

describe('DataTable', () => {
  // On a phone the cells are drawn as blocks: the roles must hold all the same, and each value needs its header.
  it('is a table with named columns, rows and cells, and carries the headers to the cards', async () => {
    render(
      <DataTable
        caption="Berichten"
        columns={COLUMNS}
        rows={ROWS}
        rowKey={(row) => row.id}
        below={(row) => (row.id === '2' ? <p>2 fouten gevonden</p> : null)}
      />,
    )
    const table = screen.getByRole('table', { name: 'Berichten' })
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((header) => header.textContent),
    ).toEqual(['Bericht', 'Verstuurd', 'Acties'])
    expect(within(table).getByRole('rowheader', { name: 'WMO301 Toewijzing' })).toBeVisible()
    expect(within(table).getByRole('cell', { name: 'Vandaag, 11.20 uur' })).toHaveAttribute('data-label', 'Verstuurd')
    expect(within(table).getByText('2 fouten gevonden').closest('td')).toHaveAttribute('colspan', '3')
    await expectNoAxeViolations()
  })
})

describe('states', () => {
  // Colour alone tells nothing to many people: every state has a word and an icon that is not read.
  it('have a word in both languages and an icon, each', () => {
    for (const locale of ['nl', 'en'] as const) {
      const { berichten, onboarding } = messagesFor(locale)
      expect(Object.keys(BERICHT_STATUS_LOOK).sort()).toEqual(Object.keys(berichten.status).sort())
      expect(Object.keys(ONBOARDING_LOOK).sort()).toEqual(Object.keys(onboarding.state).sort())
    }
    const { container } = render(
      <>
        <BerichtStatusBadge status="KETENFOUT" label="Fout uit de keten" line="IB210" />
        <OnboardingStatusBadge state="VERIFICATIE" label="Wacht op code" />
      </>,
    )
    expect(container).toHaveTextContent('Fout uit de ketenIB210Wacht op code')
    for (const icon of container.querySelectorAll('svg')) expect(icon).toHaveAttribute('aria-hidden', 'true')
  })
})
