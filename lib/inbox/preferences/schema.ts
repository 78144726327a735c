import { z } from 'zod'
import type { ProductRole } from '#/lib/access/actor.ts'
import type { Product } from '#/lib/access/products.ts'
import { isTold, type NotificationKind } from '#/lib/notifications/kinds.ts'
import { InvariantError } from '#/lib/platform/errors.ts'

/** When somebody wants to be mailed of new berichten. */
export const MAIL_FREQUENCIES = ['NOOIT', 'DIRECT', 'DAGELIJKS', 'WEKELIJKS'] as const
export type MailFrequency = (typeof MAIL_FREQUENCIES)[number]

/** What somebody has chosen to be mailed of: of new berichten when, per product; of the rest whether. */
export type MailChoices = {
  readonly newIwmo: MailFrequency
  readonly newIjw: MailFrequency
  readonly fault: boolean
  readonly deadline: boolean
  readonly certificate: boolean
  readonly settings: boolean
}
export type MailChoice = keyof MailChoices

export const FREQUENCY_CHOICES = ['newIwmo', 'newIjw'] as const
export const SWITCH_CHOICES = ['fault', 'deadline', 'certificate', 'settings'] as const
export const MAIL_CHOICES = [...FREQUENCY_CHOICES, ...SWITCH_CHOICES] as const

/**
 * What holds for who never chose. What somebody has to act on is mailed at once; new berichten once a day: they are daily work,
 * and the addresses of the gemeente hear of them sooner.
 */
export const DEFAULT_CHOICES: MailChoices = {
  newIwmo: 'DAGELIJKS',
  newIjw: 'DAGELIJKS',
  fault: true,
  deadline: true,
  certificate: true,
  settings: true,
}

/** What each choice is about; without a product, about every product. */
export const CHOICE_ABOUT: Readonly<
  Record<MailChoice, { readonly kind: NotificationKind; readonly product?: Product }>
> = {
  newIwmo: { kind: 'NIEUWE_BERICHTEN', product: 'iwmo' },
  newIjw: { kind: 'NIEUWE_BERICHTEN', product: 'ijw' },
  fault: { kind: 'KETENFOUT' },
  deadline: { kind: 'TERMIJN' },
  certificate: { kind: 'CERTIFICAAT' },
  settings: { kind: 'INSTELLINGEN' },
}

/** The choice that a notification of a kind and product hangs on. */
export function choiceAbout(kind: NotificationKind, product: Product): MailChoice {
  const found = MAIL_CHOICES.find((choice) => {
    const about = CHOICE_ABOUT[choice]
    return about.kind === kind && (about.product ?? product) === product
  })
  if (!found) throw new InvariantError(`no choice is about ${kind} of ${product}`)
  return found
}

/** The choices that can matter to somebody with these roles. */
export const choicesFor = (roles: Readonly<Partial<Record<Product, ProductRole>>>): readonly MailChoice[] =>
  MAIL_CHOICES.filter((choice) => isTold(roles, CHOICE_ABOUT[choice].kind, CHOICE_ABOUT[choice].product))

/** Tells whether a choice means any mail at all. */
export const isOn = (value: MailFrequency | boolean): boolean => value !== false && value !== 'NOOIT'

const Frequency = z.enum(MAIL_FREQUENCIES, { error: 'frequency' }).optional()
// A box that is not ticked is not sent.
const Box = z.literal('ja', { error: 'other' }).optional()

/**
 * The form of what somebody wants to be mailed. `shown` names the choices that it had: of a role that came meanwhile, an empty box
 * says nothing.
 */
export const SavePreferences = z
  .object({
    shown: z.string({ error: 'other' }).max(200, 'other'),
    newIwmo: Frequency,
    newIjw: Frequency,
    fault: Box,
    deadline: Box,
    certificate: Box,
    settings: Box,
  })
  .transform((form, context): Partial<MailChoices> => {
    const shown = new Set(form.shown.split(','))
    for (const choice of FREQUENCY_CHOICES)
      if (shown.has(choice) && form[choice] === undefined)
        context.addIssue({ code: 'custom', path: [choice], message: 'frequency' })
    const chosen = MAIL_CHOICES.filter((choice) => shown.has(choice)).map((choice) => {
      const value = form[choice]
      return [choice, choice === 'newIwmo' || choice === 'newIjw' ? value : value === 'ja'] as const
    })
    return Object.fromEntries(chosen)
  })
export type SavePreferences = z.infer<typeof SavePreferences>
