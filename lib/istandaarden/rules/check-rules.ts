import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { type Finding, MAXIMUM_FINDINGS, withinReport } from '#/lib/istandaarden/checks/check-report.ts'
import { positionsOf } from '#/lib/istandaarden/checks/text-position.ts'
import type { BerichtElement } from '#/lib/istandaarden/rules/bericht-element.ts'
import { type ElementPlan, planElements } from '#/lib/istandaarden/rules/element-plan.ts'
import {
  type Breach,
  type CheckedRule,
  type Ernst,
  isChecked,
  type Observer,
  type RuleCheck,
  type RuleContext,
} from '#/lib/istandaarden/rules/rule.ts'
import { scanBericht } from '#/lib/istandaarden/rules/scan-bericht.ts'
import { releaseOf, typeTree } from '#/lib/istandaarden/type-tree.ts'

/** A rule that this berichtsoort has and that is not the schema's. */
type ActiveRule = { readonly code: string; readonly ernst: Ernst; readonly check: RuleCheck }
type RuleSet = { readonly rules: readonly ActiveRule[]; readonly root: ElementPlan }

const ruleSets = new Map<string, RuleSet>()

const activeRule = ({ code, inXslt, check }: CheckedRule, { product }: Berichtsoort): ActiveRule => ({
  code,
  ernst: inXslt.includes(product) ? 'fout' : 'waarschuwing',
  check: typeof check === 'function' ? check : check[product],
})

/** The rules of a berichtsoort, laid over its tree; made once per process. */
function ruleSetOf(soort: Berichtsoort): RuleSet {
  const known = ruleSets.get(soort.namespace)
  if (known !== undefined) return known
  const rows = releaseOf(soort)
    .release.rules.filter(isChecked)
    .filter(({ elements, only = soort.product }) => elements[soort.nummer] !== undefined && only === soort.product)
  const set = {
    rules: rows.map((row) => activeRule(row, soort)),
    root: planElements(
      typeTree(soort),
      rows.map((row) => row.elements[soort.nummer] ?? []),
    ),
  }
  ruleSets.set(soort.namespace, set)
  return set
}

/** A breach where it was found, in a form that holds on to nothing of the file. */
type Located = Omit<Finding, 'regel' | 'kolom'> & { readonly offset: number }

class Found {
  readonly #kept: Readonly<Record<Ernst, Located[]>> = { fout: [], waarschuwing: [] }
  #total = 0

  add({ code, ernst }: ActiveRule, { at, variant, ernst: own = ernst }: Breach) {
    this.#total++
    const kept = this.#kept[own]
    // Apart, so that no number of warnings hides the one error that rejects the file.
    if (kept.length >= MAXIMUM_FINDINGS) return
    const params = { element: at.name, ouder: at.parent?.name ?? at.name }
    kept.push({ code, variant, ernst: own, pad: at.pad, offset: at.offset, params })
  }

  /** As many as a report carries, in the order of the file. */
  inOrder(): { readonly located: readonly Located[]; readonly omitted: number } {
    const all = [...this.#kept.fout, ...this.#kept.waarschuwing].sort((one, other) => one.offset - other.offset)
    const located = withinReport(all)
    return { located, omitted: this.#total - located.length }
  }
}

/** Dagtekening is in the header, which ends before anything that a rule looks at except itself. */
const withHeader = (context: RuleContext, header: BerichtElement): RuleContext => ({
  ...context,
  dagtekening: header.date('BerichtIdentificatie', 'Dagtekening') ?? 0,
})

/** The rules that a bericht breaks, in the order of the file, and how many did not fit in a report. */
export type RulesOutcome = { readonly findings: readonly Finding[]; readonly omitted: number }

/**
 * Holds a bericht against the rules of its release that the schema cannot express. The text must be accepted by the schema
 * of the berichtsoort. One pass, with memory for what rules across elements must remember and nothing else.
 */
export function checkRules(text: string, soort: Berichtsoort, gemeenteCodes: readonly string[] = []): RulesOutcome {
  const { rules, root } = ruleSetOf(soort)
  const found = new Found()
  const observers: readonly Observer[] = rules.map((rule) => rule.check((broken) => found.add(rule, broken)))
  let context: RuleContext = { product: soort.product, dagtekening: 0, gemeenteCodes }
  scanBericht(text, root, (element) => {
    if (element.name === 'Header') context = withHeader(context, element)
    for (const watcher of element.plan.watchers) observers[watcher]?.see(element, context)
  })
  for (const observer of observers) observer.finish?.()
  const { located, omitted } = found.inOrder()
  const positions = positionsOf(
    text,
    located.map(({ offset }) => offset),
  )
  const findings = located.map(({ offset: _offset, ...rest }, index) => {
    const { regel = 1, kolom = 1 } = positions[index] ?? {}
    return { ...rest, regel, kolom }
  })
  return { findings, omitted }
}
