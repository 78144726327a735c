import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { sequenceRules as nl } from '#/lib/platform/i18n/nl/findings-sequence-rules.ts'

export const sequenceRules: Copy<typeof nl> = {
  TR019: {
    algemeen: {
      melding: 'This ToewijzingNummer is in no assignment (301) that this gemeente has sent.',
      herstel: 'Look up the assignment. If there is none, a 301 is missing, or the number is wrong.',
    },
    andereClient: {
      melding: 'This ToewijzingNummer belongs to another client.',
      herstel: 'Compare the number with the assignment of this client.',
    },
    andereAanbieder: {
      melding: 'This assignment was sent to another provider.',
      herstel: 'Find out which provider gives the care, and whether the assignment went to the right one.',
    },
  },
  TR056: {
    algemeen: {
      melding: 'This sender has used this identification before, for an earlier message of this kind.',
      herstel: 'See whether this message repeats the earlier one. Each message should have its own identification.',
    },
  },
  TR063: {
    algemeen: {
      melding: 'This deletes something that was not delivered before.',
      herstel: 'Compare client, assignment and begin date with what was sent before.',
    },
  },
  TR071: {
    algemeen: {
      melding: 'This start is deleted, but a stop for it has been sent.',
      herstel: 'The stop must be deleted first, and then the start.',
    },
  },
  TR074: {
    algemeen: {
      melding: 'This was delivered before, with the same data that identify it.',
      herstel: 'See whether this is a repetition. A correction begins with a deletion (StatusAanlevering 3).',
    },
  },
  TR326: {
    algemeen: {
      melding: 'Care on this assignment is running already: there is an earlier start without a stop.',
      herstel: 'Check the begin date. The earlier start must be stopped or deleted first.',
    },
  },
  TR332: {
    andereClient: {
      melding: 'This ToewijzingNummer was used for another client.',
      herstel: 'Give each assignment a number of its own.',
    },
    andereAanbieder: {
      melding: 'This ToewijzingNummer was used for another provider.',
      herstel: 'Give each assignment a number of its own.',
    },
  },
  TR333: {
    algemeen: {
      melding: 'This provider has used this DeclaratieNummer in an earlier claim.',
      herstel: 'See whether this claim repeats the earlier one.',
    },
  },
  TR337: {
    algemeen: {
      melding: 'The claim that this answers was not received.',
      herstel: 'Check Identificatie and Dagtekening of the claim in the header.',
    },
  },
  TR347: {
    algemeen: {
      melding: 'This provider has used this ReferentieAanbieder for an earlier request.',
      herstel: 'See whether this request is a repetition. Each request should have a reference of its own.',
    },
  },
  TR355: {
    algemeen: {
      melding: 'There is no request (315 or 317) of this provider with this ReferentieAanbieder.',
      herstel: 'Take the reference from the request that you answer.',
    },
  },
  TR359: {
    algemeen: {
      melding: 'This request was granted already, by an assignment (301).',
      herstel: 'No answer is needed any more. If the assignment does not go through, withdraw it with a 301.',
    },
  },
  TR360: {
    algemeen: {
      melding: 'This request was answered before. Only the first answer can say that it is under investigation.',
      herstel: 'Send an assignment (301) or a refusal now.',
    },
  },
  TR365: {
    algemeen: {
      melding: 'This request was refused already.',
      herstel: 'After a refusal no answer follows. The provider can make a new request.',
    },
  },
  TR374: {
    algemeen: {
      melding: 'For this client this provider has another request open.',
      herstel: 'Answer the open request first.',
    },
  },
  TR379: {
    algemeen: {
      melding: 'There is no request (315 or 317) of this provider with this ReferentieAanbieder.',
      herstel: 'Take the reference from the request, or leave it out if this assignment follows no request.',
    },
    herhaald: {
      melding: 'This assignment was sent before with this ReferentieAanbieder.',
      herstel: 'Leave the reference out: it belongs only to the first time after the request.',
    },
  },
  TR382: {
    algemeen: {
      melding: 'There is no start with the same begin date for this stop.',
      herstel: 'Compare the begin date with the start of this assignment.',
    },
  },
  TR413: {
    algemeen: {
      melding: 'This care was stopped temporarily already.',
      herstel: 'After a temporary stop a new start can follow, or a definitive stop with another reason.',
    },
  },
  TR414: {
    algemeen: {
      melding: 'The end date of this stop is before that of an earlier stop.',
      herstel: 'Check the end date. A correction begins with a deletion of the earlier stop.',
    },
  },
  TR415: {
    algemeen: {
      melding: 'This care was stopped definitively already.',
      herstel: 'See whether this stop is a repetition. A correction begins with a deletion of the earlier stop.',
    },
  },
  OP259: {
    algemeen: {
      melding: 'This product is assigned to this client at this provider already, in a period that overlaps.',
      herstel: 'Let the periods follow on each other, or withdraw the earlier assignment.',
    },
  },
  TWEEDE_ANTWOORD: {
    algemeen: {
      melding: 'This claim has an answer (325) already. The chain refuses a second one.',
      herstel: 'See the earlier answer at the claim. If it still waits to be sent, withdraw it first.',
    },
  },
}
