import { z } from 'zod'
import { BERICHT_PRODUCTS } from '#/lib/access/products.ts'
import { LOOKED_INTO, REFUSED, WOONPLAATSBEGINSEL } from '#/lib/istandaarden/answers/decision-codes.ts'

// The forms that answer a received bericht; the same in the browser and on the server.

const address = { product: z.enum(BERICHT_PRODUCTS), berichtId: z.uuid() }

/**
 * The retourbericht says what the portal found; what that is worth beside earlier berichten is asked.
 */
export const RetourForm = z.object({ ...address, oordeel: z.enum(['goed', 'afwijzen'], 'oordeelRetour') })

/** A 319: which request, what is said of it, and why when it is refused. */
export const DecisionForm = z
  .object({
    ...address,
    verzoek: z.coerce.number('verzoek').int('verzoek').min(1, 'verzoek').max(10_000, 'verzoek'),
    antwoord: z.enum([REFUSED, LOOKED_INTO], 'antwoord'),
    reden: z.string().trim().max(2).optional(),
    gemeente: z.string().trim().max(20).optional(),
  })
  .superRefine(({ antwoord, reden, gemeente }, { addIssue }) => {
    if (antwoord !== REFUSED) return
    if (!reden) addIssue({ code: 'custom', path: ['reden'], message: 'reden' })
    // TR377: another gemeente is named when the woonplaatsbeginsel is the reason, and only then (TR409).
    if (reden === WOONPLAATSBEGINSEL && !/^[0-9]{4}$/.test(gemeente ?? ''))
      addIssue({ code: 'custom', path: ['gemeente'], message: 'gemeente' })
    if (reden && reden !== WOONPLAATSBEGINSEL && gemeente)
      addIssue({ code: 'custom', path: ['gemeente'], message: 'gemeenteZonderReden' })
  })

/** Characters of the lines that one form takes: some ten thousand lines, more than anybody refuses by hand. */
const LONGEST_LIST = 200_000

/** A 325: all granted, all refused with a code, or some lines refused. */
export const DeclarationForm = z
  .object({
    ...address,
    oordeel: z.enum(['alles', 'deel', 'geheel', 'technisch'], 'oordeel'),
    code: z.string().trim().max(4).optional(),
    regels: z.string().max(LONGEST_LIST, 'tooMany').optional(),
  })
  .superRefine(({ oordeel, code, regels }, { addIssue }) => {
    if (oordeel === 'geheel' && !code) addIssue({ code: 'custom', path: ['code'], message: 'code' })
    if (oordeel === 'deel' && !regels?.trim()) addIssue({ code: 'custom', path: ['regels'], message: 'regels' })
  })
