import { formErrors, formValues } from '#/lib/platform/actions/form-state.ts'

function formOf(...entries: readonly (readonly [string, string | Blob])[]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('formValues', () => {
  it('gives texts once, repeated names as lists, no files and nothing of the framework', () => {
    const data = formOf(['a', '1'], ['b', 'x'], ['b', 'y'], ['b', 'z'], ['$ACTION_ID', 'q'], ['f', new Blob(['file'])])
    expect(formValues(data)).toEqual({ a: '1', b: ['x', 'y', 'z'] })
  })

  // Guards against names that every object has: they are fields like any other, and change nothing else.
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('takes %s as a name', (name) => {
    const values = formValues(formOf([name, 'value']))
    expect(Object.entries(values)).toEqual([[name, 'value']])
    expect(({} as Record<string, unknown>).value).toBeUndefined()
  })
})

describe('formErrors', () => {
  it('keeps the first fault per field, in order', () => {
    const issues = [
      { path: ['a', 0], message: 'one' },
      { path: ['a'], message: 'two' },
      { path: [], message: 'three' },
    ]
    expect(formErrors(issues, (key) => key.toUpperCase())).toEqual([
      { field: 'a', message: 'ONE' },
      { field: null, message: 'THREE' },
    ])
  })
})
