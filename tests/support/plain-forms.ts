import { actionId } from '#/tests/support/action-ids.ts'
import type { Answer } from '#/tests/support/visitor.ts'

/** A form of a page as a browser without script would send it. */
export type PlainForm = { readonly text: string; readonly fields: readonly (readonly [name: string, value: string])[] }

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" }
const unescaped = (text: string) => text.replace(/&(quot|amp|lt|gt|#x27);/g, (_, name: string) => ENTITIES[name] ?? '')

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]

/** The forms of a page that a server action answers, with the fields that are hidden in them. */
export function actionForms({ text }: Answer): PlainForm[] {
  return [...text.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)]
    .map(([whole, inside = '']) => ({
      text: whole,
      fields: [...inside.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(
        ([tag]) => [unescaped(attribute(tag, 'name') ?? ''), unescaped(attribute(tag, 'value') ?? '')] as const,
      ),
    }))
    .filter(({ fields }) => fields.some(([name]) => name.startsWith('$ACTION')))
}

/** The form of a page that this action answers. */
export function formOf(page: Answer, action: string): PlainForm {
  const id = actionId(action)
  const found = actionForms(page).find(({ fields }) =>
    fields.some(([name, value]) => name.startsWith('$ACTION') && value.includes(`"${id}"`)),
  )
  if (!found) throw new Error(`no form of ${action} at ${page.url}: ${page.status}`)
  return found
}

/** What a browser sends: every hidden field of the form, and what was typed. */
export function typedIn(form: PlainForm, typed: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of form.fields) data.append(name, value)
  for (const [name, value] of Object.entries(typed)) data.set(name, value)
  return data
}

/** What is sent: the framework's own fields of the form, and these. */
export function filledIn(form: PlainForm, values: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of form.fields) if (name.startsWith('$ACTION')) data.append(name, value)
  for (const [name, value] of Object.entries(values)) data.append(name, value)
  return data
}
