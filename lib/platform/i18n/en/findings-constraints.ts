import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { constraints as nl } from '#/lib/platform/i18n/nl/findings-constraints.ts'

export const constraints: Copy<typeof nl> = {
  CS002: {
    algemeen: {
      melding: 'This is no existing burgerservicenummer: it does not pass the 11-proof.',
      herstel: 'Check the Bsn. Probably a digit is wrong or swapped.',
    },
  },
  CS003: {
    algemeen: {
      melding: 'The end date is before the begin date of the same period.',
      herstel: 'Check begin date and end date of {ouder}.',
    },
  },
  CS050: {
    metPartnernaam: {
      melding: 'There is a name of a partner, and then NaamGebruik may be 1, 2, 3 or 4 only.',
      herstel: 'Use 1, 2, 3 or 4, or remove Partnernaam.',
    },
    zonderPartnernaam: {
      melding: 'This NaamGebruik does not fit a name without the name of a partner.',
      herstel: 'Use NaamGebruik 1, or fill Partnernaam.',
    },
  },
  CS058: {
    algemeen: {
      melding: 'StatusAanlevering may be 1 (first) or 3 (delete) only.',
      herstel: 'Use 1 or 3. To change something, delete the earlier delivery and send a new one.',
    },
  },
  CS089: {
    algemeen: {
      melding: 'This postcode does not have the Dutch form.',
      herstel: 'Write four digits and two letters without a space, like 9999AB, or check LandCode.',
    },
  },
  CS100: {
    algemeen: {
      melding: 'This period begins before 1 January 2021.',
      herstel: 'Check the begin date. Periods before 2021 cannot be claimed with this message.',
    },
  },
  CS139: {
    dag: {
      melding: 'The day of the date of birth is unknown (DatumGebruik 1), but the day is not 01.',
      herstel: 'Put 01 as the day, or remove DatumGebruik when the date is known completely.',
    },
    dagEnMaand: {
      melding: 'Day and month of the date of birth are unknown (DatumGebruik 2), but the date is not 1 January.',
      herstel: 'Put 01-01 behind the year, or remove DatumGebruik when the date is known completely.',
    },
    geheel: {
      melding: 'The date of birth is wholly unknown (DatumGebruik 3), but the date is not 1900-01-01.',
      herstel: 'Write 1900-01-01, or use another DatumGebruik.',
    },
  },
  CS318: {
    algemeen: {
      melding: 'A client is a human being, and then NaamGebruik may not be 6 (no natural person).',
      herstel: 'Use the NaamGebruik that fits the client.',
    },
  },
  CS325: {
    algemeen: {
      melding: 'This amount is 0, and then DebetCredit should be D.',
      herstel: 'Put D in DebetCredit.',
    },
  },
  CS335: {
    algemeen: {
      melding: 'RedenWijziging 13 (deleted) is allowed only when the end date equals the begin date.',
      herstel: 'Make the end date equal to the begin date, or use another reason.',
    },
  },
  CS336: {
    algemeen: {
      melding: 'RedenWijziging 01 (administrative correction) no longer exists.',
      herstel: 'Use another reason of the list.',
    },
  },
  CS337: {
    algemeen: {
      melding: 'This product period does not begin and end in the same month.',
      herstel: 'Make a line for each calendar month.',
    },
  },
  CS338: {
    algemeen: {
      melding: 'With this unit (etmaal, dagdeel, euro or pieces of effort) the volume may not be per day.',
      herstel: 'Use frequency 2 (per week), 4 (per month) or 6 (total).',
    },
  },
  CS339: {
    algemeen: {
      melding: 'This line is in euros (unit 83), but the amount does not equal the delivered volume.',
      herstel: 'Put the same amount in eurocents in GeleverdVolume as in IngediendBedrag.',
    },
  },
  CS340: {
    algemeen: {
      melding: 'The period of the claim is not exactly one whole calendar month.',
      herstel: 'Begin on the first and end on the last day of the same month.',
    },
  },
  CS343: {
    algemeen: {
      melding: 'With this unit (etmaal, dagdeel, euro or pieces of effort) a request may not be per day.',
      herstel: 'Use frequency 2 (per week), 4 (per month) or 6 (total).',
    },
  },
}
