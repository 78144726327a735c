import { DEMO_USERS } from '#/simulators/demo-users.ts'
import type { ArmedFault } from '#/simulators/makelaar/fault-queue.ts'
import { FAULTS } from '#/simulators/makelaar/faults.ts'
import { html } from '#/simulators/makelaar/pages/html.ts'
import { page } from '#/simulators/makelaar/pages/layout.ts'
import type { SmsMessage } from '#/simulators/makelaar/sms-box.ts'
import { SUPPLIERS } from '#/simulators/makelaar/suppliers.ts'

const OWNER = 'Makelaarsimulator'

const time = (milliseconds: number): string =>
  new Intl.DateTimeFormat('nl-NL', { timeStyle: 'medium', timeZone: 'Europe/Amsterdam' }).format(milliseconds)

/** Front page of the simulator, for developers. */
export function indexPage(armed: readonly ArmedFault[]): string {
  return page({
    owner: OWNER,
    title: 'Makelaarsimulator',
    main: html`<h1>Makelaarsimulator</h1>
<ul class="links"><li><a href="/sms">Verstuurde sms-codes</a></li></ul>
<div class="panel"><h2>Makelaars</h2><ul>
${SUPPLIERS.map((supplier) => html`<li>${supplier.name}: <a href="/${supplier.id}/.well-known/openid-configuration"><code>/${supplier.id}</code></a>, dialect ${supplier.dialect}</li>`)}
</ul></div>
<div class="panel"><h2>Gebruikers</h2><p>Het wachtwoord is altijd <code>demo</code>.</p><ul>
${DEMO_USERS.map((user) => html`<li><code>${user.userName}</code> (${user.suppliers.join(', ')}): ${user.description}</li>`)}
</ul></div>
<div class="panel"><h2>Fouten die klaarstaan</h2>
${
  armed.length === 0
    ? html`<p>Geen.</p>`
    : html`<ul>${armed.map(({ fault, userName }) => html`<li>${fault.id}: ${fault.does} (${userName ?? 'eerstvolgende gebruiker'})</li>`)}</ul>`
}</div>
<div class="panel"><h2>Fouten die u kunt klaarzetten</h2><p>Met <code>POST /test/volgende</code>.</p><ul>
${FAULTS.map((fault) => html`<li><code>${fault.id}</code>: ${fault.does}</li>`)}
</ul></div>`,
  })
}

/** The telephone of everybody: codes that were sent, newest first. */
export function smsListPage(messages: readonly SmsMessage[]): string {
  return page({
    owner: OWNER,
    title: 'Verstuurde sms-codes',
    main: html`<h1>Verstuurde sms-codes</h1>
<p>Deze bladzijde speelt voor telefoon. De nieuwste code staat bovenaan.</p>
${
  messages.length === 0
    ? html`<p class="panel">Er is nog geen code verstuurd.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="Codes"><table>
<thead><tr><th scope="col">Tijd</th><th scope="col">Gebruiker</th><th scope="col">Code</th><th scope="col">Hoe</th></tr></thead>
<tbody>${messages.map(
        (message) =>
          html`<tr><td>${time(message.sentAt)}</td><td>${message.userName}</td><td><code>${message.code}</code></td><td>${message.channel}</td></tr>`,
      )}</tbody></table></div>`
}
<ul class="links"><li><a href="/sms">Ververs</a></li><li><a href="/">Makelaarsimulator</a></li></ul>`,
  })
}

/** Page for an address that does not exist. */
export function notFoundPage(): string {
  return page({
    owner: OWNER,
    title: 'Deze bladzijde bestaat niet',
    alert: true,
    main: html`<div role="alert" class="refusal"><h1>Deze bladzijde bestaat niet</h1></div>
<ul class="links"><li><a href="/">Makelaarsimulator</a></li></ul>`,
  })
}
