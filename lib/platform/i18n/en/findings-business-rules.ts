import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { businessRules as nl } from '#/lib/platform/i18n/nl/findings-business-rules.ts'

export const businessRules: Copy<typeof nl> = {
  IV033: {
    algemeen: {
      melding: 'The message is rejected on the national validation (0001), but XsltVersie is missing.',
      herstel: 'Fill XsltVersie with the version of the validation that you used.',
    },
  },
  OP065: {
    algemeen: {
      melding: 'This client is in the retourbericht, but no part of it is rejected.',
      herstel: 'Remove the client, or fill the retourcode at the part that is not right.',
    },
  },
  OP286: {
    algemeen: {
      melding: 'The whole message is rejected on its form (0001), and then nothing should follow the Header.',
      herstel: 'Remove {element}, or remove code 0001 from the Header.',
    },
  },
  OP303: {
    algemeen: {
      melding: 'This line is in the answer, but it is not rejected.',
      herstel: 'Remove the line, or fill the retourcode that says why it is rejected.',
    },
  },
  OP304: {
    algemeen: {
      melding: 'This client is in the answer, but no line of it is rejected.',
      herstel: 'Remove the client, or fill the retourcode at the line that is rejected.',
    },
  },
}
