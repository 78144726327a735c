import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { assignedRules as nl } from '#/lib/platform/i18n/nl/findings-assigned-rules.ts'

const numberTexts = {
  algemeen: {
    melding: 'This assignment number stands in no assignment (301) that this provider got for this client.',
    herstel: 'Look the assignment up and compare the number.',
  },
  andereClient: {
    melding: 'This assignment number is of another client.',
    herstel: 'Compare the number with the assignment of this client.',
  },
  andereAanbieder: {
    melding: 'This assignment was sent to another provider.',
    herstel: 'Find out which provider delivers the care.',
  },
}

const actualTexts = {
  ...numberTexts,
  voorbij: {
    melding: 'This assignment does not count any more: it was withdrawn, or is over.',
    herstel: 'Compare its end and the reason of change of the last version.',
  },
}

/** Rules across berichten on the lines of a declaratie (323) and on a request for change (317): what is wrong and what to do. */
export const assignedRules: Copy<typeof nl> = {
  TR307: {
    algemeen: {
      melding: 'The product period begins before the start of the assignment.',
      herstel:
        'Compare the period with the assignment. If that was changed later, send its last version to the provider.',
    },
  },
  TR308: {
    algemeen: {
      melding: 'The product period ends after the end of the assignment.',
      herstel: 'Compare the period with the assignment. If care goes on, a changed assignment belongs to it.',
    },
  },
  TR338: numberTexts,
  TR339: {
    algemeen: {
      melding: 'The product category is not that of the assignment.',
      herstel: 'Compare the line with the assignment of this number.',
    },
  },
  TR340: {
    algemeen: {
      melding: 'The product code is not that of the assignment.',
      herstel: 'Compare the line with the assignment of this number.',
    },
  },
  TR341: {
    algemeen: {
      melding: 'The unit is not that of the assignment.',
      herstel: 'Compare the line with the assignment. Only hours may be claimed in minutes as well.',
    },
  },
  TR349: {
    algemeen: {
      melding: 'This request does not name all assignments that this client has at this provider.',
      herstel: 'A request for change names them all: as unchanged, or as to be changed.',
    },
  },
  TR350: actualTexts,
  TR351: actualTexts,
  TR357: {
    algemeen: {
      melding: 'The wanted start is not in the future and is not the start of the assignment.',
      herstel: 'A change with retrospective effect begins at the start of the assignment.',
    },
  },
  TR361: {
    algemeen: {
      melding: 'This product stands in this request already, over days that overlap.',
      herstel: 'Let the periods follow on each other, or take one of the two away.',
    },
  },
  TR373: {
    algemeen: {
      melding:
        'The budget or the volume of the whole period changes, but the wanted start is not that of the assignment.',
      herstel: 'Such a change is about the whole assignment, from its start.',
    },
  },
  TR375: {
    algemeen: {
      melding: 'This assignment has no product. Then there is no volume.',
      herstel: 'Take the volume away, or ask for a new product.',
    },
  },
  TR384: {
    algemeen: {
      melding: 'This assignment was withdrawn. Nothing can be claimed on it.',
      herstel: 'Find out whether it was rightly withdrawn (reason 13).',
    },
  },
  TR387: {
    algemeen: {
      melding: 'The product period does not begin on the first of the month, nor at the start of the assignment.',
      herstel:
        'The period begins on the first of the month, or at the start of the assignment when that is later in the month.',
    },
  },
  TR388: {
    algemeen: {
      melding: 'The product period does not end on the last of the month, nor at the end of the assignment.',
      herstel:
        'The period ends on the last of the month, or at the end of the assignment when that is earlier in the month.',
    },
  },
  TR411: {
    algemeen: {
      melding: 'This assignment has a product code. Then the volume is required.',
      herstel: 'Fill in volume, unit and frequency.',
    },
  },
  TR412: {
    algemeen: {
      melding: 'This assignment has a category without product code. Then there is no volume.',
      herstel: 'Take the volume away, or ask for a new product.',
    },
  },
}
