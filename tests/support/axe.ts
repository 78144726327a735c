import axe from 'axe-core'

// jsdom has no layout: contrast and target size are measured in the browser tests.
const OPTIONS: axe.RunOptions = {
  resultTypes: ['violations'],
  rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
}

/** Fails with the rule, the reason and the place of everything that axe finds in what stands in the document. */
export async function expectNoAxeViolations(container: Element = document.body): Promise<void> {
  const { violations } = await axe.run(container, OPTIONS)
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}\n  ${html}`))
  expect(found).toEqual([])
}
