import { getLocale, getMessages } from 'next-intl/server'
import { formTexts } from '#/app/_server/form-texts.ts'
import { EmailText } from '#/app/_ui/email-text.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { askAddressAction } from '#/app/(portaal)/producten/[product]/instellingen/address-actions.ts'
import { AddressForm } from '#/app/(portaal)/producten/[product]/instellingen/address-form.tsx'
import type { Product } from '#/lib/access/products.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import type { AddressView } from '#/lib/settings/addresses/schema.ts'

type AddressStatusProps = { readonly product: Product; readonly addresses: readonly AddressView[] }

/** Which addresses for notices are confirmed by their owners, and how the others are asked again. */
export async function AddressStatus({ product, addresses }: AddressStatusProps) {
  const t = translator(localeFrom(await getLocale()), 'settings')
  const texts = await formTexts((await getMessages()).settings.errors)
  if (addresses.length === 0) return null
  return (
    <Panel title={t('addressStatus.title')}>
      <p className="max-w-text">{t('addressStatus.lead')}</p>
      <ul className="flex flex-col divide-y divide-line">
        {addresses.map(({ id, address, askedAt, isConfirmed }) => (
          <li key={id} className="flex flex-col gap-2 py-3">
            <p>
              <EmailText address={address} />:{' '}
              <span className="font-semibold">
                {t(isConfirmed ? 'addressStatus.confirmed' : 'addressStatus.waiting')}
              </span>
            </p>
            {isConfirmed ? null : (
              <AddressForm
                action={askAddressAction}
                product={product}
                id={id}
                address={address}
                askedAt={askedAt.getTime()}
                text={t('addressStatus.again')}
                formTexts={texts}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
