import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { address as nl } from '#/lib/platform/i18n/nl/address.ts'

export const address: Copy<typeof nl> = {
  title: 'Confirm address',
  lead: 'A municipality wants to send notices of Portaal Zorg to the mail address at which you got the link.',
  gemeente: 'Municipality',
  product: 'Notices about',
  stop: 'The notices hold no names or other personal data. The municipality can take your address away again at any time.',
  submit: 'Yes, use this address',
  bevestigd: {
    title: 'The address is confirmed',
    lead: 'From now on the notices come to your mail address. You can close this page.',
  },
  ongeldig: {
    title: 'This link does not work (any more)',
    lead: 'A link from the mail works once and for seven days, and only that of the latest mail. Ask the product administrator of your municipality to send the mail again.',
  },
  druk: {
    title: 'Try again in ten minutes',
    lead: 'Too many links were opened from your network. Nothing has changed: the link in the mail goes on working.',
  },
}
