import { memo } from 'react'
import type { DeliveryTexts } from '#/app/_delivery/texts.ts'
import {
  type AnsweredFinding,
  canRetry,
  isAccepted,
  isOver,
  type RefusedFile,
  type Upload,
  type UploadState,
} from '#/app/_delivery/upload.ts'
import { Button } from '#/app/_ui/button.tsx'
import { CircleCheck, CircleX, Clock, TriangleAlert } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { placed } from '#/app/_ui/placed.ts'
import { Progress } from '#/app/_ui/progress.tsx'

/** Findings shown in the row; the page of the bericht has them all. */
const SHOWN_FINDINGS = 10

/** Puts values at the `{places}` of a text. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

/** One after the other, each with the full stop that it may lack. */
const sentences = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(' ')

/** The words for where a file is. */
export function stateWords(state: UploadState, texts: DeliveryTexts): string {
  switch (state.kind) {
    case 'sending':
      return filled(texts.states.sending, { percent: state.percent })
    case 'accepted':
      return filled(texts.states.accepted, { name: state.name })
    case 'rejected':
      return `${texts.states.rejected}. ${state.title}`
    case 'refused':
      return sentences([
        texts.states.refused,
        state.title,
        state.detail,
        state.reference === null ? '' : filled(texts.reference, { reference: state.reference }),
      ])
    case 'unpacked': {
      const { accepted, others } = state
      return filled(texts.states.unpacked, { accepted, total: accepted + others.length })
    }
    default:
      return texts.states[state.kind]
  }
}

const iconOf = (state: UploadState) => {
  if (state.kind === 'interrupted') return { icon: TriangleAlert, tone: 'text-warn' }
  if (!isOver(state)) return { icon: Clock, tone: 'text-ink-soft' }
  if (isAccepted(state)) return { icon: CircleCheck, tone: 'text-ok' }
  return state.kind === 'rejected' || state.kind === 'refused' || state.kind === 'unpacked'
    ? { icon: CircleX, tone: 'text-bad' }
    : { icon: TriangleAlert, tone: 'text-warn' }
}

/** The files of a zip that were not accepted: their names, why, and what there is to look at. */
function RefusedFiles({ files, texts, pagesAddress }: RefusedFilesProps) {
  return (
    <ul className="flex list-disc flex-col gap-2 ps-5 text-small">
      {placed(files).map(({ item: { name, title, id }, place }) => (
        <li key={place}>
          <span className="font-semibold break-all">{name}</span>: {title}{' '}
          {id ? (
            <Link href={`${pagesAddress}/${id}`}>
              {texts.open}
              <span className="sr-only"> {filled(texts.about, { name })}</span>
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
type RefusedFilesProps = {
  readonly files: readonly RefusedFile[]
  readonly texts: DeliveryTexts
  readonly pagesAddress: string
}

function FindingLines({ findings, texts }: { findings: readonly AnsweredFinding[]; texts: DeliveryTexts }) {
  const rest = findings.length - SHOWN_FINDINGS
  return (
    <ul className="flex list-disc flex-col gap-2 ps-5 text-small">
      {placed(findings.slice(0, SHOWN_FINDINGS)).map(({ item: finding, place }) => (
        <li key={place}>
          <span className="pz-code">{finding.code}</span>
          {finding.regel === null
            ? null
            : ` ${filled(finding.isInside ? texts.positionInside : texts.position, { line: finding.regel, column: finding.kolom ?? 1 })}`}
          : {finding.melding} {finding.herstel}
        </li>
      ))}
      {rest > 0 ? <li>{filled(texts.more, { count: rest })}</li> : null}
    </ul>
  )
}

/** What one can do about one file, by its key. */
export type UploadActs = {
  readonly cancel: (key: string) => void
  readonly retry: (key: string) => void
  readonly tryNow: () => void
}
type UploadRowProps = { readonly upload: Upload; readonly texts: DeliveryTexts; readonly acts: UploadActs }

function Buttons({ upload: { key, name, state }, texts, acts }: UploadRowProps) {
  const about = <span className="sr-only"> {filled(texts.about, { name })}</span>
  return (
    <>
      {state.kind === 'interrupted' ? (
        <Button type="button" look="quiet" onClick={() => acts.tryNow()}>
          {texts.tryNow}
          {about}
        </Button>
      ) : null}
      {isOver(state) ? null : (
        <Button type="button" look="quiet" onClick={() => acts.cancel(key)}>
          {texts.cancel}
          {about}
        </Button>
      )}
      {canRetry(state) ? (
        <Button type="button" look="quiet" onClick={() => acts.retry(key)}>
          {texts.retry}
          {about}
        </Button>
      ) : null}
    </>
  )
}

const findingsOf = (state: UploadState): readonly AnsweredFinding[] =>
  state.kind === 'accepted' || state.kind === 'rejected' ? state.findings : []

function berichtIdOf(state: UploadState): string | null {
  if (state.kind === 'accepted' || state.kind === 'rejected') return state.id
  return state.kind === 'refused' ? state.earlierId : null
}

/** One file: where it is in words, a bar while it goes, what was found, and what one can do. Drawn again when it changes. */
export const UploadRow = memo(function UploadRow(props: UploadRowProps) {
  const { upload, texts } = props
  const { name, state, destination } = upload
  const { icon, tone } = iconOf(state)
  const words = stateWords(state, texts)
  const findings = findingsOf(state)
  const berichtId = berichtIdOf(state)
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 py-3">
      <Icon of={icon} className={`mt-1 size-5 shrink-0 ${tone}`} />
      <div className="flex min-w-0 flex-1 basis-52 flex-col gap-1">
        <p className="font-semibold break-all">{name}</p>
        {state.kind === 'sending' || state.kind === 'checking' ? (
          <Progress label={name} percent={state.kind === 'sending' ? state.percent : 100} text={words} />
        ) : (
          <p className={tone}>{words}</p>
        )}
        {state.kind === 'unpacked' && state.others.length > 0 ? (
          <RefusedFiles files={state.others} texts={texts} pagesAddress={destination.pagesAddress} />
        ) : null}
        {findings.length > 0 ? <FindingLines findings={findings} texts={texts} /> : null}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 max-sm:ps-8 sm:-mt-2.25">
        <Buttons {...props} />
        {berichtId ? (
          <Link href={`${destination.pagesAddress}/${berichtId}`} className="py-2">
            {texts.open}
            <span className="sr-only"> {filled(texts.about, { name })}</span>
          </Link>
        ) : null}
      </div>
    </li>
  )
})
