import { readFileSync } from 'node:fs'

type Manifest = { readonly node: Readonly<Record<string, { readonly exportedName: string }>> }

/** The id under which the build answers a server action. */
export function actionId(name: string): string {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name)
  if (!found) throw new Error(`no action ${name}`)
  return found[0]
}

/** What a page's script sends when its form calls an action: the state before, and the fields. */
export function actionForm(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value)
  form.append('0', '[{"kind":"idle"},"$K1"]')
  return form
}
