import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { settings as nl } from '#/lib/platform/i18n/nl/settings.ts'

export const settings: Copy<typeof nl> = {}
