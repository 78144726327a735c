import type { LoginAttempt, Refusal } from '#/simulators/makelaar/login-attempts.ts'
import { cardsAt } from '#/simulators/makelaar/login-steps.ts'
import { type Html, html } from '#/simulators/makelaar/pages/html.ts'
import { page, refusal } from '#/simulators/makelaar/pages/layout.ts'
import type { Supplier } from '#/simulators/makelaar/suppliers.ts'

const REFUSALS: Partial<Record<Refusal, readonly [title: string, text: string]>> = {
  'wachtwoord-onjuist': [
    'Inloggen is niet gelukt',
    'De gebruikersnaam of het wachtwoord klopt niet. Controleer wat u hebt ingevuld en probeer het opnieuw.',
  ],
  'wachtwoord-geblokkeerd': [
    'Te vaak een verkeerd wachtwoord',
    'U hebt 5 keer een verkeerd wachtwoord ingevuld. Wacht 15 minuten en probeer het daarna opnieuw.',
  ],
  'pincode-onjuist': ['De pincode klopt niet', 'Controleer de pincode van uw kaart en probeer het opnieuw.'],
  'pincode-geblokkeerd': [
    'Te vaak een verkeerde pincode',
    'U hebt 3 keer een verkeerde pincode ingevuld. Wacht 15 minuten en probeer het daarna opnieuw.',
  ],
  'geen-kaart': ['Kies een kaart', 'Kies de kaart die in de lezer zit en vul de pincode in.'],
}

/** The button that ends the attempt, for the foot of every page of an attempt. */
export const cancelForm = (base: string): Html =>
  html`<form method="post" action="${base}/annuleren"><button class="quiet">Annuleren</button></form>`

function smartcardForm(supplier: Supplier, base: string): Html {
  const cards = cardsAt(supplier)
  if (cards.length === 0) {
    return html`<div class="panel"><h2>Smartcard of USB-token</h2>
<p>Er zit geen kaart of token in de lezer. Log in met uw gebruikersnaam en wachtwoord.</p></div>`
  }
  return html`<div class="panel">
<h2>Smartcard of USB-token</h2>
<form method="post" action="${base}/smartcard">
<fieldset><legend>Kaart in de lezer</legend>
${cards.map(
  (user, index) =>
    html`<label class="choice"><input type="radio" name="kaart" value="${user.userName}"${index === 0 ? html` checked` : null}>Testkaart van ${user.userName}</label>`,
)}
</fieldset>
<div class="field"><label for="pincode">Pincode</label>
<p class="hint" id="pincode-uitleg">De pincode van elke testkaart is 1234.</p>
<input id="pincode" name="pincode" type="password" autocomplete="off" aria-describedby="pincode-uitleg"></div>
<button>Doorgaan</button>
</form></div>`
}

/** First page of an attempt: password first, then the card. */
export function loginPage(supplier: Supplier, base: string, attempt: LoginAttempt): string {
  const texts = attempt.refusal && REFUSALS[attempt.refusal]
  const staff = supplier.kind === 'servicedesk'
  const main = html`
${texts ? refusal(...texts) : null}
<h1>${staff ? supplier.name : `Inloggen bij ${supplier.name}`}</h1>
<div class="panel">
<h2>Met wachtwoord en sms-code</h2>
<form method="post" action="${base}/wachtwoord">
<div class="field"><label for="gebruikersnaam">Gebruikersnaam</label>
<input id="gebruikersnaam" name="gebruikersnaam" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" value="${attempt.typedUserName}"></div>
<div class="field"><label for="wachtwoord">Wachtwoord</label>
<input id="wachtwoord" name="wachtwoord" type="password" autocomplete="current-password"></div>
<button>Doorgaan</button>
</form></div>
${staff ? null : smartcardForm(supplier, base)}
<ul class="links">
<li><a href="${base}/vergeten">Gebruikersnaam of wachtwoord vergeten</a></li>
${staff ? null : html`<li><a href="${base}/aanvragen">Geen eHerkenning? Vraag een middel aan</a></li>`}
</ul>
${cancelForm(base)}`
  return page({ owner: supplier.name, title: 'Inloggen', alert: Boolean(texts), main })
}

/** What to do without a password. */
export function forgottenPage(supplier: Supplier, base: string): string {
  return page({
    owner: supplier.name,
    title: 'Gebruikersnaam of wachtwoord vergeten',
    main: html`<h1>Gebruikersnaam of wachtwoord vergeten</h1>
<div class="panel"><p>Bij een echte leverancier vraagt u hier een nieuw wachtwoord aan. U krijgt dan een brief of een e-mail.</p>
<p>In deze oefenomgeving heeft iedereen hetzelfde wachtwoord: <strong>demo</strong>. De gebruikersnamen staan in de lijst die de demo bij het starten laat zien.</p></div>
<ul class="links"><li><a href="${base}">Terug naar inloggen</a></li></ul>
${cancelForm(base)}`,
  })
}

/** What to do without any means. */
export function applyPage(supplier: Supplier, base: string): string {
  return page({
    owner: supplier.name,
    title: 'Een inlogmiddel aanvragen',
    main: html`<h1>Een inlogmiddel aanvragen</h1>
<div class="panel"><p>Met eHerkenning logt u in namens uw organisatie. Dit hebt u nodig:</p>
<ol><li>een inlogmiddel op uw naam, met niveau 3 (EH3) of hoger;</li>
<li>een machtiging: de beheerder van eHerkenning in uw organisatie geeft aan dat u deze dienst mag gebruiken.</li></ol>
<p>Vraag de beheerder in uw organisatie om een middel. In deze oefenomgeving kunt u niets aanvragen: gebruik een van de gebruikers van de demo.</p></div>
<ul class="links"><li><a href="${base}">Terug naar inloggen</a></li></ul>
${cancelForm(base)}`,
  })
}
