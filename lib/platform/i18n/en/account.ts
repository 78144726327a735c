import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { account as nl } from '#/lib/platform/i18n/nl/account.ts'

export const account: Copy<typeof nl> = {}
