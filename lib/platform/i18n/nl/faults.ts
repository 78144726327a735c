import { fo01In2018 } from '#/lib/platform/i18n/nl/faults-2018.ts'
import { fo01In2025 } from '#/lib/platform/i18n/nl/faults-2025.ts'
import { vecozo } from '#/lib/platform/i18n/nl/faults-vecozo.ts'

/** What a Fo01 from the chain means, by list and code, and what to do. The same number can differ between lists. */
export const faults = {
  lists: { fo01In2025, vecozo, fo01In2018 },
  unknown: {
    uitleg:
      'De keten heeft het bericht niet aangenomen. De foutcode staat in geen van de lijsten die het portaal kent.',
    herstel: 'Lees wat de afzender erbij schrijft. Neem contact op met de servicedesk als dat niet genoeg zegt.',
  },
} as const
