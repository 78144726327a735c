import { getMessages } from 'next-intl/server'
import { formTexts } from '#/app/_server/form-texts.ts'
import { Panel } from '#/app/_ui/panel.tsx'
import {
  answerDeclarationAction,
  answerRequestAction,
  answerRetourAction,
} from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/beantwoorden/actions.ts'
import { DecisionForm } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/beantwoorden/decision-form.tsx'
import { DeclarationForm } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/beantwoorden/declaration-form.tsx'
import { RetourForm } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/beantwoorden/retour-form.tsx'
import { Findings } from '#/app/(portaal)/producten/[product]/berichten/findings.tsx'
import type { BerichtenTexts } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import type { AnswerState } from '#/lib/berichten/answering/answer-state.ts'
import {
  type AnswerOptions,
  type CodeOption,
  type DeclaratieSummary,
  declaratieCodes,
  type RequestOption,
  refusalReasons,
} from '#/lib/berichten/answering/read-answer-options.ts'
import { LOOKED_INTO, REFUSED } from '#/lib/istandaarden/answers/decision-codes.ts'
import type { Release } from '#/lib/istandaarden/release.ts'
import { formatDate, formatEuros } from '#/lib/platform/i18n/format.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'

type PanelProps = {
  readonly bericht: AnswerOptions['bericht']
  readonly t: BerichtenTexts
  readonly locale: Locale
}

const ownErrors = async () => (await getMessages()).berichten.answering.errors
const choices = (codes: readonly CodeOption[]) =>
  codes.map(({ code, text }) => ({ value: code, label: `${code}: ${text}` }))
const withNone = (label: string, options: ReturnType<typeof choices>) => [{ value: '', label }, ...options]

type RetourPanelProps = PanelProps & {
  readonly state: AnswerState
  readonly retour: NonNullable<AnswerState['retour']>
}

/** The retourbericht: what the portal found decides what it says. */
export async function RetourPanel({ bericht, state, retour, t, locale }: RetourPanelProps) {
  const soort = retour.soort.soort
  if (retour.isMade) return null
  const { found } = retour
  const codes = [...new Set(found.map(({ retourcode }) => retourcode))]
  const judgements = (['goed', 'afwijzen'] as const).map((value) => ({
    value,
    label: t(`answering.retour.judgements.${value}`),
    note: t(`answering.retour.judgementNotes.${value}`, { count: codes.length, codes: codes.join(', ') }),
  }))
  return (
    <Panel title={t('answering.retour.title', { soort })}>
      {found.length > 0 ? (
        <>
          <p>{t('answering.retour.found', { count: found.length })}</p>
          <Findings findings={found.map(({ finding }) => finding)} locale={locale} />
        </>
      ) : (
        <p>{t(state.isFaulty ? 'answering.retour.refused' : 'answering.retour.good', { count: bericht.errorCount })}</p>
      )}
      {state.isFaulty ? <p className="text-ink-soft">{t('answering.retour.refusedNext')}</p> : null}
      {state.decision ? <p className="text-ink-soft">{t('answering.retour.only')}</p> : null}
      <RetourForm
        action={answerRetourAction}
        product={bericht.product}
        berichtId={bericht.id}
        judgements={found.length > 0 ? judgements : []}
        texts={{
          judgement: t('answering.retour.judgement'),
          submit: t(state.isFaulty ? 'answering.retour.refuse' : 'answering.retour.accept'),
          busy: t('answering.busy'),
        }}
        formTexts={await formTexts(await ownErrors())}
      />
    </Panel>
  )
}

type DecisionPanelProps = PanelProps & {
  readonly decision: NonNullable<AnswerState['decision']>
  readonly requests: readonly RequestOption[]
  readonly release: Release
}

/** The 319: on each request that is not decided yet. */
export async function DecisionPanel({ bericht, decision, requests, release, t, locale }: DecisionPanelProps) {
  const open = requests.filter(({ state }) => state !== 'BESLIST')
  if (open.length === 0) return null
  const canWait = open.some(({ state }) => state === 'OPEN')
  const options = open.map(({ verzoek, referentie, product, vanaf, state }) => ({
    value: String(verzoek),
    label: referentie,
    note: [
      product,
      vanaf === null ? null : t('answering.decision.from', { date: formatDate(vanaf, locale) }),
      state === 'IN_ONDERZOEK' ? t('answering.decision.waiting') : null,
    ]
      .filter((part) => part !== null && part !== '')
      .join('. '),
  }))
  const [only] = options
  const answers = [
    { value: LOOKED_INTO, label: t('answering.decision.lookInto'), note: t('answering.decision.lookIntoNote') },
    { value: REFUSED, label: t('answering.decision.refuse') },
  ].filter(({ value }) => value === REFUSED || canWait)
  return (
    <Panel title={t('answering.decision.title', { soort: decision.soort.soort })}>
      <p>{t('answering.decision.text')}</p>
      {options.length === 1 && only ? (
        <p>
          {t('answering.decision.only')} <strong>{only.label}</strong>. {only.note}
        </p>
      ) : null}
      <DecisionForm
        action={answerRequestAction}
        product={bericht.product}
        berichtId={bericht.id}
        requests={options}
        answers={answers}
        reasons={withNone(t('answering.decision.noReason'), choices(refusalReasons(decision.soort, release)))}
        asksGemeente={bericht.product === 'ijw'}
        texts={{
          request: t('answering.decision.request'),
          answer: t('answering.decision.answer'),
          answerHint: t('answering.decision.answerHint'),
          reason: t('answering.decision.reason'),
          reasonHint: t('answering.decision.reasonHint'),
          gemeente: t('answering.decision.gemeente'),
          gemeenteHint: t('answering.decision.gemeenteHint'),
          submit: t('answering.decision.submit'),
          busy: t('answering.busy'),
        }}
        formTexts={await formTexts(await ownErrors())}
      />
    </Panel>
  )
}

type DeclarationPanelProps = PanelProps & {
  readonly state: AnswerState
  readonly declaratie: NonNullable<AnswerState['declaratie']>
  readonly summary: DeclaratieSummary
  readonly release: Release
}

/** The 325: a declaratie that breaks the rules can only be refused for that. */
export async function DeclarationPanel(props: DeclarationPanelProps) {
  const { bericht, state, declaratie, summary, release, t, locale } = props
  if (declaratie.isMade) return null
  const { nummer, begin, einde, cents, clientCount } = summary
  const about = {
    nummer,
    from: formatDate(begin, locale),
    until: formatDate(einde, locale),
    amount: formatEuros(cents / 100, locale),
    clients: clientCount,
  }
  const judgements = (['alles', 'deel', 'geheel'] as const).map((value) => ({
    value,
    label: t(`answering.declaratie.judgements.${value}`),
  }))
  const lineCodes = declaratieCodes(release, bericht.product, ['prestatie', 'client'])
  return (
    <Panel title={t('answering.declaratie.title', { soort: declaratie.soort.soort })}>
      <p>{t('answering.declaratie.about', about)}</p>
      {state.isFaulty ? <p>{t('answering.declaratie.faulty', { count: bericht.errorCount })}</p> : null}
      <DeclarationForm
        action={answerDeclarationAction}
        product={bericht.product}
        berichtId={bericht.id}
        isFaulty={state.isFaulty}
        judgements={judgements}
        codes={withNone(
          t('answering.declaratie.noCode'),
          choices(declaratieCodes(release, bericht.product, ['declaratie', 'header'])),
        )}
        texts={{
          judgement: t('answering.declaratie.judgement'),
          lines: t('answering.declaratie.lines'),
          linesHint: t('answering.declaratie.linesHint'),
          code: t('answering.declaratie.code'),
          codeHint: t('answering.declaratie.codeHint'),
          submit: t(state.isFaulty ? 'answering.declaratie.refuse' : 'answering.declaratie.submit'),
          busy: t('answering.busy'),
        }}
        formTexts={await formTexts(await ownErrors())}
      >
        <details>
          <summary className="cursor-pointer font-semibold text-link underline underline-offset-4">
            {t('answering.declaratie.codes')}
          </summary>
          <ul className="mt-2 flex flex-col gap-1">
            {lineCodes.map(({ code, text }) => (
              <li key={code}>
                <span className="pz-code font-semibold">{code}</span> {text}
              </li>
            ))}
          </ul>
        </details>
      </DeclarationForm>
    </Panel>
  )
}
