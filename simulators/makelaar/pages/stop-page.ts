import type { StopReason } from '#/simulators/makelaar/login-attempts.ts'
import { html } from '#/simulators/makelaar/pages/html.ts'
import { page } from '#/simulators/makelaar/pages/layout.ts'
import { cancelForm } from '#/simulators/makelaar/pages/login-page.ts'
import type { Supplier } from '#/simulators/makelaar/suppliers.ts'

const REASONS: Record<StopReason, { readonly title: string; readonly text: string; readonly again: boolean }> = {
  'middel-geblokkeerd': {
    title: 'Uw inlogmiddel is geblokkeerd',
    text: 'U kunt er nu niet mee inloggen. Bel uw leverancier van eHerkenning.',
    again: false,
  },
  'geen-machtiging': {
    title: 'U hebt geen machtiging voor deze dienst',
    text: 'Vraag de beheerder van eHerkenning in uw organisatie om u te machtigen voor Portaal Zorg. Daarna kunt u inloggen.',
    again: false,
  },
  'te-veel-wachtwoorden': {
    title: 'Te vaak een verkeerd wachtwoord',
    text: 'U hebt 5 keer een verkeerd wachtwoord ingevuld. Wacht 15 minuten en probeer het daarna opnieuw.',
    again: false,
  },
  'te-veel-codes': {
    title: 'Te vaak een verkeerde sms-code',
    text: 'U hebt 3 keer een verkeerde code ingevuld. De code werkt niet meer. Log opnieuw in, dan krijgt u een nieuwe code.',
    again: true,
  },
  'leverancier-onbereikbaar': {
    title: 'De leverancier is nu niet bereikbaar',
    text: 'U kunt nu niet inloggen. Probeer het later opnieuw.',
    again: false,
  },
}

/** Page on which an attempt ends at the supplier; the way out is back to the portal. */
export function stopPage(supplier: Supplier, base: string, reason: StopReason): string {
  const { title, text, again } = REASONS[reason]
  return page({
    owner: supplier.name,
    title,
    alert: true,
    main: html`<div role="alert" class="refusal"><h1>${title}</h1><p>${text}</p></div>
${again ? html`<div class="row"><form method="post" action="${base}/opnieuw"><button>Opnieuw inloggen</button></form></div>` : null}
${cancelForm(base)}`,
  })
}

/** Page for an attempt that is over: answered already, too old, or of another browser. */
export function attemptOverPage(supplier: Supplier, portaalUrl: string): string {
  return page({
    owner: supplier.name,
    title: 'Deze inlogpoging is voorbij',
    alert: true,
    main: html`<div role="alert" class="refusal"><h1>Deze inlogpoging is voorbij</h1>
<p>U hebt al ingelogd, u hebt te lang gewacht, of u bent teruggegaan. Begin opnieuw bij het portaal.</p></div>
<ul class="links"><li><a href="${portaalUrl}/inloggen">Opnieuw beginnen</a></li></ul>`,
  })
}

/** Page for a request of the portal that the issuer cannot answer. */
export function errorPage(supplier: Supplier, code: string): string {
  return page({
    owner: supplier.name,
    title: 'Dit verzoek klopt niet',
    alert: true,
    main: html`<div role="alert" class="refusal"><h1>Dit verzoek klopt niet</h1>
<p>Ga terug naar het portaal en begin opnieuw.</p></div><p>Code voor de beheerder: <code>${code}</code></p>`,
  })
}
