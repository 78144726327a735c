import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { servicedesk as nl } from '#/lib/platform/i18n/nl/servicedesk.ts'

export const servicedesk: Copy<typeof nl> = {}
