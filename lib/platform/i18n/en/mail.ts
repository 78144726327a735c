import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { mail as nl } from '#/lib/platform/i18n/nl/mail.ts'

export const mail: Copy<typeof nl> = {}
