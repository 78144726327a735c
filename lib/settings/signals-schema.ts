import { z } from 'zod'

/** Whether the gemeente wants the daily Wlz-signalen. */
export const SIGNAL_CHOICES = ['UIT', 'AAN'] as const
export type SignalChoice = (typeof SIGNAL_CHOICES)[number]
export const signalChoice = (isOn: boolean): SignalChoice => (isOn ? 'AAN' : 'UIT')

/** The form of the Wlz-signalen, at the settings of the Wlz-Registertoets. `version` is the one that the form showed. */
export const ChangeSignals = z.object({
  version: z.coerce.number().int().min(0),
  signals: z.enum(SIGNAL_CHOICES, { error: 'signals' }),
})
export type ChangeSignals = z.infer<typeof ChangeSignals>
