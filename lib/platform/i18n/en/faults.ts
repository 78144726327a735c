import { fo01In2018 } from '#/lib/platform/i18n/en/faults-2018.ts'
import { fo01In2025 } from '#/lib/platform/i18n/en/faults-2025.ts'
import { vecozo } from '#/lib/platform/i18n/en/faults-vecozo.ts'

/** What a Fo01 from the chain means, by list and code, and what to do. The same number can differ between lists. */
export const faults = {
  lists: { fo01In2025, vecozo, fo01In2018 },
  unknown: {
    uitleg: 'The chain did not accept the message. The error code is in none of the lists that the portal knows.',
    herstel: 'Read what the sender adds. Contact the service desk if that does not say enough.',
  },
} as const
