import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { berichten as nl } from '#/lib/platform/i18n/nl/berichten.ts'

export const berichten: Copy<typeof nl> = {
  status: {
    ONTVANGEN: 'Being checked',
    AFGEKEURD: 'Rejected',
    IN_WACHTRIJ: 'Waiting to be sent',
    VERZONDEN: 'Sent',
    AFGELEVERD: 'Delivered',
    BEANTWOORD: 'Answered',
    KETENFOUT: 'Error from the chain',
    MISLUKT: 'Not sent',
    INGETROKKEN: 'Withdrawn',
    BESCHIKBAAR: 'Ready to fetch',
    OPGEHAALD: 'Fetched',
    DOORGESTUURD: 'Forwarded',
    VERLOPEN: 'Expired',
  },
  direction: { AANGELEVERD: 'Delivered by us', ONTVANGEN: 'Received' },
}
