import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { dashboard as nl } from '#/lib/platform/i18n/nl/dashboard.ts'

export const dashboard: Copy<typeof nl> = {}
