import { getTranslations } from 'next-intl/server'
import { LogTable } from '#/app/_log/log-table.tsx'
import { addressWith } from '#/app/_server/address.ts'
import { Button, ButtonLink } from '#/app/_ui/button.tsx'
import { type Chip, Chips } from '#/app/_ui/chips.tsx'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { TextField } from '#/app/_ui/field.tsx'
import { Pagination } from '#/app/_ui/pagination.tsx'
import { Select } from '#/app/_ui/select.tsx'
import { LOG_GROUPS } from '#/lib/audit/log-groups.ts'
import type { LogFilter } from '#/lib/audit/log-schema.ts'
import type { LogPage, LogPerson } from '#/lib/audit/read-log.ts'

type LogViewProps = {
  readonly path: string
  readonly filter: LogFilter
  readonly page: LogPage
  /** People to choose from; the servicedesk filters by gemeente instead. */
  readonly people?: readonly LogPerson[]
  /** Filters that are not in the form. */
  readonly chips?: readonly Chip[]
  readonly withGemeente?: boolean
}

async function LogFilterForm({ path, filter, people }: LogViewProps) {
  const t = await getTranslations('beheer.log')
  const groups = LOG_GROUPS.map((group) => ({ value: group, label: t(`groups.${group}`) }))
  return (
    <form action={path} method="get" className="pz-filters">
      <TextField name="van" label={t('from')} type="date" defaultValue={filter.van ?? ''} />
      <TextField name="tot" label={t('to')} type="date" defaultValue={filter.tot ?? ''} />
      <Select
        name="soort"
        label={t('group')}
        defaultValue={filter.soort ?? ''}
        options={[{ value: '', label: t('allGroups') }, ...groups]}
      />
      {people ? (
        <Select
          name="persoon"
          label={t('person')}
          defaultValue={filter.persoon ?? ''}
          options={[{ value: '', label: t('everyone') }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      ) : null}
      {filter.gemeente ? <input type="hidden" name="gemeente" value={filter.gemeente} /> : null}
      {!people && filter.persoon ? <input type="hidden" name="persoon" value={filter.persoon} /> : null}
      <Button look="secondary">{t('apply')}</Button>
    </form>
  )
}

/** The log with its filters, in the address so that they can be shared within those who may read it. */
export async function LogView(props: LogViewProps) {
  const { path, filter, page, chips = [], withGemeente = false } = props
  const t = await getTranslations('beheer.log')
  const { na, ...filters } = filter
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  return (
    <>
      <LogFilterForm {...props} />
      <Chips label={t('group')} chips={chips} />
      {page.entries.length > 0 ? (
        <LogTable entries={page.entries} caption={t('caption')} withGemeente={withGemeente} />
      ) : (
        <EmptyState
          title={t(isFiltered ? 'nothing' : 'empty')}
          action={isFiltered ? <ButtonLink href={path}>{t('clear')}</ButtonLink> : null}
        >
          {t(isFiltered ? 'nothingText' : 'emptyText')}
        </EmptyState>
      )}
      <Pagination
        label={t('pages')}
        newer={{ href: na ? addressWith(path, filters) : null, text: t('newest') }}
        older={{ href: page.next ? addressWith(path, { ...filters, na: page.next }) : null, text: t('older') }}
      />
    </>
  )
}
