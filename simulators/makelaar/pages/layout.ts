import { type Html, html } from '#/simulators/makelaar/pages/html.ts'

/** Address of the style sheet, the same for every page. */
export const STYLESHEET_PATH = '/stijl.css'

/**
 * A whole page. `owner` is the name at the top: the supplier, or the simulator itself.
 * @param alert true when the page refuses something, so that its title says so first
 */
export function page(options: {
  readonly owner: string
  readonly title: string
  readonly alert?: boolean
  readonly main: Html
}): string {
  const prefix = options.alert ? 'Let op: ' : ''
  return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${prefix}${options.title} - ${options.owner} (SIMULATOR)</title>
<link rel="stylesheet" href="${STYLESHEET_PATH}">
<link rel="icon" href="data:,">
</head>
<body>
<header><p class="mark">SIMULATOR - geen echte eHerkenning</p>
<p class="owner">${options.owner}</p></header>
<main>${options.main}</main>
<footer><p>Dit is een oefenomgeving met verzonnen personen en organisaties. Vul hier nooit een echt wachtwoord in.</p></footer>
</body>
</html>
`.text
}

/** A message that refuses something; read out at once by a screen reader. */
export const refusal = (title: string, text: string): Html =>
  html`<div role="alert" class="refusal"><p class="refusal-title">${title}</p><p>${text}</p></div>`

/** A message that tells what was done. */
export const notice = (text: string): Html => html`<p role="status" class="notice">${text}</p>`
