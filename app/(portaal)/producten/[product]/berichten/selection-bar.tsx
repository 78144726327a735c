'use client'

import { useEffect, useState } from 'react'
import { Button } from '#/app/_ui/button.tsx'
import { SELECTION_FORM } from '#/app/(portaal)/producten/[product]/berichten/selection-form.ts'

const TEXTS = ['label', 'none', 'one', 'many', 'elsewhere', 'fetch', 'all', 'clear', 'tooMany'] as const

type SelectionBarProps = {
  readonly action: string
  /** Where the choice is kept while one walks through the list: of this tab, this product and this person. */
  readonly storageKey: string
  readonly most: number
  /** What can be ticked on this page. */
  readonly ids: readonly string[]
  readonly texts: { readonly [Key in (typeof TEXTS)[number]]: string }
}

const boxes = () => [...document.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][form="${SELECTION_FORM}"]`)]

/** What was kept may be anything: somebody else's script, or another version of this one, wrote it. */
function kept(storageKey: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(found) ? found.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** The choice of berichten; null before the script runs, when the form works by the browser alone. */
function useChosen(storageKey: string, ids: readonly string[]) {
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const onPage = ids.join()
  useEffect(() => {
    const shown = onPage.split(',')
    const before = new Set(kept(storageKey))
    // What was ticked before the script came counts as well.
    for (const box of boxes()) {
      if (box.checked) before.add(box.value)
      box.checked = before.has(box.value)
    }
    setChosen([...before])
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.form?.id !== SELECTION_FORM) return
      const ticked = boxes().filter((box) => box.checked)
      setChosen((was) => [...(was ?? []).filter((id) => !shown.includes(id)), ...ticked.map(({ value }) => value)])
    }
    document.addEventListener('change', onChange)
    return () => document.removeEventListener('change', onChange)
  }, [storageKey, onPage])
  useEffect(() => {
    if (chosen !== null) sessionStorage.setItem(storageKey, JSON.stringify(chosen))
  }, [storageKey, chosen])
  const choose = (next: readonly string[]) => {
    for (const box of boxes()) box.checked = next.includes(box.value)
    setChosen(next)
  }
  return { chosen, choose }
}

function countText(count: number, texts: SelectionBarProps['texts']): string {
  if (count === 0) return texts.none
  return count === 1 ? texts.one : texts.many.replace('{count}', String(count))
}

/** Says what is ticked and fetches it; it stays in sight while there is a choice. */
export function SelectionBar({ action, storageKey, most, ids, texts }: SelectionBarProps) {
  const { chosen, choose } = useChosen(storageKey, ids)
  const count = chosen?.length ?? 0
  const elsewhere = (chosen ?? []).filter((id) => !ids.includes(id))
  const isTooMany = count > most
  return (
    <form
      id={SELECTION_FORM}
      method="post"
      action={action}
      aria-label={texts.label}
      data-selection={count > 0 || undefined}
      onSubmit={(event) => {
        if (chosen === null) return
        if (count === 0 || isTooMany) event.preventDefault()
        // After the browser has gathered the form.
        else setTimeout(() => choose([]))
      }}
      className="flex flex-wrap items-center gap-x-5 gap-y-1 rounded-panel border border-line bg-paper px-4 py-2.5 data-selection:sticky data-selection:bottom-3 data-selection:z-20 data-selection:border-action"
    >
      {elsewhere.map((id) => (
        <input key={id} type="hidden" name="ids" value={id} />
      ))}
      <p role="status" className="min-w-0 grow">
        <span className={count > 0 ? 'font-semibold' : undefined}>{countText(count, texts)}</span>
        {elsewhere.length > 0 ? `, ${texts.elsewhere.replace('{count}', String(elsewhere.length))}` : null}
        {isTooMany ? <span className="block text-bad">{texts.tooMany}</span> : null}
      </p>
      {chosen === null ? null : (
        <Button type="button" look="quiet" onClick={() => choose([...new Set([...chosen, ...ids])])}>
          {texts.all}
        </Button>
      )}
      {count > 0 ? (
        <Button type="button" look="quiet" onClick={() => choose([])}>
          {texts.clear}
        </Button>
      ) : null}
      <Button look={count > 0 ? 'primary' : 'secondary'} aria-disabled={chosen !== null && (count === 0 || isTooMany)}>
        {texts.fetch}
      </Button>
    </form>
  )
}
