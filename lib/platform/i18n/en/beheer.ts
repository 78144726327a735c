import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { beheer as nl } from '#/lib/platform/i18n/nl/beheer.ts'

export const beheer: Copy<typeof nl> = {}
