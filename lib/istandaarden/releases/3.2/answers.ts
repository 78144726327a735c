import type { AnswerFacts } from '#/lib/istandaarden/release.ts'

/** Answers to berichten of iWmo 3.2 and iJw 3.2. The codes are those of WJ001 that a rule on the 323 names. */
export const answers: AnswerFacts = {
  basisschemaXsdVersie: '1.0.0',
  berichtXsdVersie: '1.0.0',
  xsltVersie: '2.10.5',
  declaratieCodes: {
    // TR056, TR135
    header: ['9056', '8848'],
    // TR333, TR318
    declaratie: ['9333', '8214'],
    // TR304
    client: ['8187'],
    // TR338, TR307, TR308, TR321, TR322, TR369, TR339, TR340, TR341, TR381, TR418, TR346, TR319, TR387, TR388, TR389, TR384,
    // TR314, TR323, TR390
    prestatie: [
      '9338',
      '9307',
      '9308',
      '9321',
      '9322',
      '9369',
      '9339',
      '9340',
      '9341',
      'S329',
      '0611',
      '9346',
      '9319',
      '9387',
      '9388',
      '9389',
      '9384',
      '8021',
      '8017',
      '9390',
    ],
  },
  creditCodes: ['8017', '9390', '8021'],
}
