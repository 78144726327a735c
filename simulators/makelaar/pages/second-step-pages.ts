import type { DemoMandate } from '#/simulators/demo-users.ts'
import type { LoginAttempt, Refusal } from '#/simulators/makelaar/login-attempts.ts'
import { html } from '#/simulators/makelaar/pages/html.ts'
import { notice, page, refusal } from '#/simulators/makelaar/pages/layout.ts'
import { cancelForm } from '#/simulators/makelaar/pages/login-page.ts'
import type { Supplier } from '#/simulators/makelaar/suppliers.ts'

const REFUSALS: Partial<Record<Refusal, readonly [title: string, text: string]>> = {
  'code-onjuist': ['De sms-code klopt niet', 'Controleer de code. U mag in totaal 3 keer een code proberen.'],
  'code-verlopen': ['De sms-code is verlopen', 'Een code werkt 5 minuten. Vraag hieronder een nieuwe code.'],
  'code-leeg': ['Vul de sms-code in', 'De code bestaat uit 6 cijfers.'],
}

function smsMessage(attempt: LoginAttempt, secondsUntilResend: number) {
  if (attempt.refusal === 'te-snel') {
    return refusal(
      'U kunt nog geen nieuwe code vragen',
      `Wacht nog ${secondsUntilResend} seconden. De code die u al hebt, werkt nog.`,
    )
  }
  const texts = attempt.refusal && REFUSALS[attempt.refusal]
  if (texts) return refusal(...texts)
  if (attempt.notice === 'nieuwe-code')
    return notice('Wij hebben een nieuwe code gestuurd. De vorige code werkt niet meer.')
  if (attempt.notice === 'gebeld') return notice('Wij bellen u en lezen de code voor.')
  return null
}

/** Second page: the code that came by sms. The code itself never stands here. */
export function smsPage(supplier: Supplier, base: string, attempt: LoginAttempt, secondsUntilResend: number): string {
  const message = smsMessage(attempt, secondsUntilResend)
  return page({
    owner: supplier.name,
    title: 'Sms-code',
    alert: attempt.refusal !== null,
    main: html`${message}
<h1>Vul de code in</h1>
<div class="panel">
<form method="post" action="${base}/sms">
<div class="field"><label for="code">Sms-code</label>
<p class="hint" id="code-uitleg">Wij hebben een code van 6 cijfers gestuurd naar uw telefoon. De code werkt 5 minuten.</p>
<input class="code" id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" aria-describedby="code-uitleg"></div>
<button>Doorgaan</button>
</form></div>
<div class="panel"><h2>Geen code ontvangen?</h2>
<div class="row">
<form method="post" action="${base}/sms-nieuw"><button class="quiet">Nieuwe code per sms</button></form>
<form method="post" action="${base}/sms-bellen"><button class="quiet">Bel mij en lees de code voor</button></form>
</div>
<p class="hint">Een nieuwe code per sms kunt u na 30 seconden vragen.</p>
</div>
${cancelForm(base)}`,
  })
}

/** Third page, for who may act for more than one organisation. */
export function organisationPage(
  supplier: Supplier,
  base: string,
  attempt: LoginAttempt,
  mandates: readonly DemoMandate[],
): string {
  const refused = attempt.refusal === 'geen-organisatie'
  return page({
    owner: supplier.name,
    title: 'Kies een organisatie',
    alert: refused,
    main: html`${refused ? refusal('Kies een organisatie', 'Kies de organisatie waarvoor u nu wilt werken.') : null}
<h1>Voor welke organisatie logt u in?</h1>
<div class="panel"><form method="post" action="${base}/organisatie">
<fieldset><legend>Organisatie</legend>
${mandates.map(
  (mandate) =>
    html`<label class="choice"><input type="radio" name="kvk" value="${mandate.kvk}"><span>${mandate.label} (KvK ${mandate.kvk})</span></label>`,
)}
</fieldset><button>Doorgaan</button></form></div>
${cancelForm(base)}`,
  })
}
