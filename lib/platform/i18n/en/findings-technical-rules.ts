import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { technicalRules as nl } from '#/lib/platform/i18n/nl/findings-technical-rules.ts'

export const technicalRules: Copy<typeof nl> = {
  TR002: {
    algemeen: {
      melding: 'The date of birth is more than 120 years before the dagtekening of the message.',
      herstel: 'Check the date of birth. If it is wholly unknown, write 1900-01-01 with DatumGebruik 3.',
    },
  },
  TR006: {
    algemeen: {
      melding: 'This contact has no telephone number and no complete address.',
      herstel: 'Fill Telefoon, or fill both Huis and Postcode in Adres.',
    },
  },
  TR018: {
    algemeen: {
      melding: 'The end date of the support is before its begin date.',
      herstel: 'Check Begindatum and Einddatum of this product.',
    },
  },
  TR061: {
    algemeen: {
      melding: 'The client has no permanent address or contact: all contact details are of kind 04 (temporary).',
      herstel: 'Add contact details of kind 01 (BRP), 02 (correspondence) or 03 (place of stay).',
    },
  },
  TR101: {
    algemeen: {
      melding: 'This part ({element}) is in {ouder} more than once, with the same data that identify it.',
      herstel: 'Remove the part that is double, or give each part its own data.',
    },
  },
  TR134: {
    algemeen: {
      melding: 'The date in {element} is after the dagtekening of the message.',
      herstel: 'Check this date and the dagtekening.',
    },
  },
  TR137: {
    voorBegin: {
      melding: 'The end date of {ouder} is before its begin date.',
      herstel: 'Check Begindatum and Einddatum of {ouder}.',
    },
    naDagtekening: {
      melding: 'The end date of {ouder} is after the dagtekening of the message.',
      herstel: 'Claim only for periods that are over, or check the dagtekening.',
    },
  },
  TR302: {
    algemeen: {
      melding: 'This product is assigned once more in this message, and the periods overlap.',
      herstel: 'Let the periods follow each other without overlap, or remove one of the assignments.',
    },
  },
  TR315: {
    algemeen: {
      melding: 'This VorigReferentieNummer is in the message more than once.',
      herstel: 'Credit each earlier line once at most.',
    },
  },
  TR316: {
    algemeen: {
      melding: 'This credit line refers to a line in the same message.',
      herstel: 'Remove both lines, or refer to a line of an earlier claim.',
    },
  },
  TR319: {
    algemeen: {
      melding: 'This product period is after the period of the claim.',
      herstel: 'Claim this line in the claim of a later month.',
    },
  },
  TR335: {
    algemeen: {
      melding: 'This product period ended more than five years before the dagtekening of the claim.',
      herstel: 'Check the dates. A line of more than five years ago can no longer be claimed.',
    },
  },
  TR342: {
    som: {
      melding:
        'The amounts of the rejected lines together are not the difference between the submitted and the granted total.',
      herstel: 'Check both totals, and put all rejected lines in the message and no others.',
    },
    toegekend: {
      melding: 'The whole claim is rejected, but the granted total is not 0.',
      herstel: 'Put 0 in the granted total, or remove the rejection code of DeclaratieAntwoord.',
    },
    regels: {
      melding: 'The whole claim is rejected, but there are separate lines in the message too.',
      herstel: 'Remove the clients and their lines, or remove the rejection code of DeclaratieAntwoord.',
    },
  },
  TR352: {
    algemeen: {
      melding: 'This request names no product that the client has already.',
      herstel: 'Name the products that stay or change. If all is new, send a request for assignment (315).',
    },
  },
  TR353: {
    algemeen: {
      melding: 'This request changes nothing: it has no product to change and no new product.',
      herstel: 'Add a product to change or a new product.',
    },
  },
  TR358: {
    algemeen: {
      melding: 'The total of the claim is not the sum of its lines.',
      herstel: 'Add up the amounts of all lines (credit counts down) and put the outcome in TotaalIngediendBedrag.',
    },
  },
  TR377: {
    algemeen: {
      melding: 'The reason for refusal is 8 (woonplaatsbeginsel), but the responsible gemeente is missing.',
      herstel: 'Add Woonplaatsbeginsel with the code of the gemeente that is responsible.',
    },
  },
  TR378: {
    algemeen: {
      melding: 'This gemeentecode is not on the list of the CBS that held on the dagtekening.',
      herstel: 'Check the code of the gemeente. After a merger the new gemeente has another code.',
    },
  },
  TR380: {
    algemeen: {
      melding: 'The desired begin date of this new product is not after the dagtekening of the message.',
      herstel: 'Ask for the product with a begin date after the dagtekening.',
    },
  },
  TR383: {
    algemeen: {
      melding: 'This ReferentieAanbieder is at more than one requested product.',
      herstel: 'Give each requested product a reference of its own.',
    },
  },
  TR386: {
    algemeen: {
      melding: 'This product is requested once more in this message, and the periods overlap.',
      herstel: 'Let the periods follow each other without overlap, or remove one of the requests.',
    },
    hulpmiddel: {
      melding: 'This aid is requested once more in this message, and the periods overlap.',
      herstel: 'Check whether this is intended. The national validation does not reject it for aids.',
    },
  },
  TR409: {
    algemeen: {
      melding: 'Woonplaatsbeginsel is filled, but the reason for refusal is not 8.',
      herstel: 'Remove Woonplaatsbeginsel, or use reason 8 when another gemeente is responsible.',
    },
    geenReden: {
      melding: 'Woonplaatsbeginsel is filled, but there is no reason for refusal.',
      herstel: 'Remove Woonplaatsbeginsel, or refuse the request with reason 8.',
    },
  },
  TR410: {
    algemeen: {
      melding: 'This new product is in this request once more, and the periods overlap.',
      herstel: 'Let the periods follow each other without overlap, or remove one of the products.',
    },
  },
  TR416: {
    algemeen: {
      melding: 'This line is in the message more than once: same assignment, product and period.',
      herstel: 'Join the lines into one debit line.',
    },
  },
}
