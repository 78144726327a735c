import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { findings as nl } from '#/lib/platform/i18n/nl/findings.ts'

export const findings: Copy<typeof nl> = {}
