import { account } from '#/lib/platform/i18n/nl/account.ts'
import { address } from '#/lib/platform/i18n/nl/address.ts'
import { beheer } from '#/lib/platform/i18n/nl/beheer.ts'
import { berichten } from '#/lib/platform/i18n/nl/berichten.ts'
import { common } from '#/lib/platform/i18n/nl/common.ts'
import { dashboard } from '#/lib/platform/i18n/nl/dashboard.ts'
import { errors } from '#/lib/platform/i18n/nl/errors.ts'
import { faults } from '#/lib/platform/i18n/nl/faults.ts'
import { findings } from '#/lib/platform/i18n/nl/findings.ts'
import { inbox } from '#/lib/platform/i18n/nl/inbox.ts'
import { login } from '#/lib/platform/i18n/nl/login.ts'
import { mail } from '#/lib/platform/i18n/nl/mail.ts'
import { onboarding } from '#/lib/platform/i18n/nl/onboarding.ts'
import { publicPages } from '#/lib/platform/i18n/nl/public.ts'
import { servicedesk } from '#/lib/platform/i18n/nl/servicedesk.ts'
import { settings } from '#/lib/platform/i18n/nl/settings.ts'
import { wlz } from '#/lib/platform/i18n/nl/wlz.ts'

/** The Dutch texts, the source of all others. */
export const nl = {
  account,
  address,
  beheer,
  berichten,
  common,
  dashboard,
  errors,
  faults,
  findings,
  inbox,
  login,
  mail,
  onboarding,
  public: publicPages,
  servicedesk,
  settings,
  wlz,
} as const
