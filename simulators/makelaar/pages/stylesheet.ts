/** Look of the simulator: sober and of nobody's brand, so that it is never taken for the portal or for a real makelaar. */
export const STYLESHEET = `
:root { color-scheme: light dark; --ink: #1d2430; --soft: #4d5766; --paper: #ffffff; --ground: #eef0f4; --line: #7a8494;
  --thin: #d3d8e0; --act: #3d3478; --on-act: #ffffff; --bad: #9c1c1c; --bad-ground: #fdecea; --good: #1c5b3a; --good-ground: #e6f4ec;
  --mark: #ffd54d; --on-mark: #2b2200; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9ecf2; --soft: #b3bccb; --paper: #1c222d; --ground: #12161e; --line: #8a94a6;
  --thin: #343d4c; --act: #bdb4ff; --on-act: #1a1440; --bad: #ffaaa1; --bad-ground: #3b1714; --good: #8fdcb1; --good-ground: #11301f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
.mark { margin: 0; padding: .5rem 1rem; background: var(--mark); color: var(--on-mark); font-weight: 650; text-align: center; }
.owner { max-width: 36rem; margin: 1.5rem auto 0; padding: 0 1rem; font-size: 1.25rem; font-weight: 700; color: var(--act); }
main { max-width: 36rem; margin: 1rem auto; padding: 0 1rem; }
main.wide, .wide { max-width: 60rem; }
footer { max-width: 36rem; margin: 0 auto; padding: 0 1rem 2rem; color: var(--soft); font-size: .9375rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: .5rem 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .75rem; }
.panel { background: var(--paper); border: 1px solid var(--thin); border-radius: .5rem; padding: 1.25rem; margin: 0 0 1rem; }
label, legend { display: block; padding: 0; font-weight: 600; }
fieldset { border: 0; margin: 0 0 1rem; padding: 0; }
.field { margin: 0 0 1rem; }
.hint { color: var(--soft); margin: 0 0 .25rem; font-size: .9375rem; }
input[type=text], input[type=password] { width: 100%; min-height: 2.875rem; margin-top: .25rem; padding: .5rem .75rem; font: inherit;
  color: inherit; background: var(--paper); border: 2px solid var(--line); border-radius: .375rem; }
input.code { max-width: 12rem; font-family: ui-monospace, monospace; font-size: 1.375rem; letter-spacing: .25rem; }
.choice { display: flex; gap: .75rem; align-items: flex-start; padding: .625rem 0; font-weight: 400; }
.choice input { flex: none; width: 1.375rem; height: 1.375rem; margin: .0625rem 0 0; accent-color: var(--act); }
button { min-height: 2.875rem; padding: .5rem 1.25rem; font: inherit; font-weight: 650; border: 2px solid var(--act); border-radius: .375rem;
  background: var(--act); color: var(--on-act); cursor: pointer; }
button.quiet { background: transparent; color: var(--act); }
a { color: var(--act); }
:focus-visible { outline: 3px solid var(--act); outline-offset: 3px; }
.links { list-style: none; padding: 0; margin: 0 0 1rem; }
.links li { padding: .25rem 0; }
.links a { display: inline-block; padding: .25rem 0; }
.row { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0 0 1rem; }
.refusal, .notice { border-left: .375rem solid; border-radius: .25rem; padding: .75rem 1rem; margin: 0 0 1rem; }
.refusal { border-color: var(--bad); background: var(--bad-ground); }
.refusal h1 { margin-top: 0; }
.refusal-title { font-weight: 700; margin: 0 0 .25rem; color: var(--bad); }
.refusal p:last-child { margin-bottom: 0; }
.notice { border-color: var(--good); background: var(--good-ground); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; background: var(--paper); }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--thin); overflow-wrap: break-word; }
code { font-family: ui-monospace, monospace; }
@media (forced-colors: active) { button { border-color: ButtonText; } }
`
