/** What the error pages of the browser say. On its own, because every page carries it, in both languages. */
export const serverProblem = {
  server: {
    title: 'Sorry, er is een probleem',
    what: 'Het portaal kan deze pagina nu niet laten zien. Dit ligt niet aan u.',
    kept: 'Wat u eerder hebt opgeslagen, is bewaard. Wat u net invulde misschien niet.',
    step1: 'Probeer het opnieuw.',
    step2: 'Lukt het nog steeds niet? Wacht een paar minuten, of bel de servicedesk.',
    retry: 'Probeer het opnieuw',
    reference: 'Referentie voor de servicedesk:',
  },
  help: 'Naar de hulppagina',
} as const
