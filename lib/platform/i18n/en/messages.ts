import { account } from '#/lib/platform/i18n/en/account.ts'
import { address } from '#/lib/platform/i18n/en/address.ts'
import { beheer } from '#/lib/platform/i18n/en/beheer.ts'
import { berichten } from '#/lib/platform/i18n/en/berichten.ts'
import { common } from '#/lib/platform/i18n/en/common.ts'
import { dashboard } from '#/lib/platform/i18n/en/dashboard.ts'
import { errors } from '#/lib/platform/i18n/en/errors.ts'
import { faults } from '#/lib/platform/i18n/en/faults.ts'
import { findings } from '#/lib/platform/i18n/en/findings.ts'
import { inbox } from '#/lib/platform/i18n/en/inbox.ts'
import { login } from '#/lib/platform/i18n/en/login.ts'
import { mail } from '#/lib/platform/i18n/en/mail.ts'
import { onboarding } from '#/lib/platform/i18n/en/onboarding.ts'
import { publicPages } from '#/lib/platform/i18n/en/public.ts'
import { servicedesk } from '#/lib/platform/i18n/en/servicedesk.ts'
import { settings } from '#/lib/platform/i18n/en/settings.ts'
import { wlz } from '#/lib/platform/i18n/en/wlz.ts'

/** The English texts. */
export const en = {
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
}
