'use server'

import { defineAction } from '#/app/_server/define-action.ts'
import { maskedBsn } from '#/lib/istandaarden/reading/mask-bsn.ts'
import { formatDate, formatMoment } from '#/lib/platform/i18n/format.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { type AnswerFact, writeAnswer } from '#/lib/wlz/answer-text.ts'
import { consultRegister } from '#/lib/wlz/consult-register.ts'
import { WlzQuestion } from '#/lib/wlz/question.ts'

const FIELD_FAULTS = ['bsnForm', 'bsnProof', 'peildatum', 'grond'] as const

/** Asks the Wlz-register. No draft: a Bsn is kept nowhere. */
export const consultRegisterAction = defineAction({
  schema: WlzQuestion,
  run: consultRegister,
  fieldWording: (message, { locale }) =>
    translator(locale, 'wlz')(`errors.${FIELD_FAULTS.find((known) => known === message) ?? 'other'}`),
  wording: (error, { locale }) => {
    const message = translator(locale, 'wlz')(`errors.${error}`)
    if (error === 'real_person') return { field: 'bsn', message }
    return error === 'future' ? { field: 'peildatum', message } : message
  },
  onOk: async (consulted, { locale }) => {
    const { answer, peildatum, bsn, grond, at, byName, gemeente, reference } = consulted
    const t = translator(locale, 'wlz')
    const about = { day: formatDate(peildatum, locale), end: bsn.slice(-3) }
    const told = answer.hasIndication
      ? t('answer.yes', { ...about, since: formatDate(answer.since, locale) })
      : t('answer.no', about)
    const facts: Readonly<Record<AnswerFact, string>> = {
      client: maskedBsn(bsn),
      day: about.day,
      ground: t(`grounds.${grond}`),
      moment: formatMoment(at, locale),
      name: byName,
      gemeente,
      reference,
    }
    return writeAnswer(told, facts)
  },
})
