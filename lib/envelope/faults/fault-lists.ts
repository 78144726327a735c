// The codes that a Fo01 can carry, as the lists of the chain have them. What a code means is in the copy files `faults`, by
// list and code: a number can mean one thing in one list and another in the next.

/** Who in the chain uses a code, by the name on the envelope. BIDN, the name of the Inlichtingenbureau since 2025, sends as IB. */
export type FaultSender = 'IB' | 'VECOZO' | 'RINIS' | 'CAK' | 'VWS' | 'gemeente'

type Codes = Readonly<Record<string, readonly FaultSender[]>>

const by = (senders: readonly FaultSender[], codes: readonly string[]): Codes =>
  Object.fromEntries(codes.map((code) => [code, senders]))

/** List of November 2025, in force. */
const FO01_2025: Codes = {
  IB001: ['IB', 'CAK', 'VWS'],
  ...by(['IB'], ['IB002', 'IB003', 'IB004', 'IB005', 'IB006', 'IB007', 'IB023']),
  ...by(['VECOZO'], ['IB008', 'IB009', 'IB010', 'IB011', 'IB012', 'IB013', 'IB014', 'IB015', 'IB017', 'IB018']),
  IB016: ['VECOZO', 'CAK'],
  ...by(['VECOZO'], ['IB019', 'IB020', 'IB021', 'IB022', 'IB901', 'IB902', 'IB903', 'IB904', 'IB905']),
}

/** List of StUF-GGk 2.1 patch 04 (2018): replaced for most IB codes, still the only one for a freeze (IB103) and others. */
const FO01_2018: Codes = {
  StUF055: ['gemeente', 'IB'],
  ...by(
    ['IB'],
    ['IB002', 'IB007', 'IB009', 'IB101', 'IB102', 'IB103', 'IB210', 'IB213', 'IB216', 'IB234', 'IB240', 'IB798'],
  ),
  RIN001: ['RINIS'],
  ...by(['VECOZO'], ['BRS02', 'BRS03', 'BRS04', 'BRS05', 'BRS06', 'CC02', 'CC03', 'CC04', 'CC06', 'CC08', 'CC11']),
}

/** What VECOZO says when something is handed in with it. */
const VECOZO_BRS: Codes = by(
  ['VECOZO'],
  [
    ...['BRS01', 'BRS02', 'BRS03', 'BRS04', 'BRS05', 'BRS06', 'BRS12', 'BRS13', 'BRS14', 'BRS15', 'BRS16', 'BRS17'],
    ...['BRS18', 'BRS19', 'BRS20', 'BRS21', 'BRS28', 'BRS29', 'BRS33', 'BRS114'],
  ],
)

/** The lists, the one in force first. */
export const FAULT_LISTS = { fo01In2025: FO01_2025, vecozo: VECOZO_BRS, fo01In2018: FO01_2018 } as const
export type FaultList = keyof typeof FAULT_LISTS

/** Codes whose number was given another meaning in a later list. */
const CHANGED_MEANING: readonly string[] = ['IB007', 'IB009', 'BRS06']

/** The lists in which a code may be meant, the likeliest first. More than one only when they mean something different. */
export function listsFor(code: string, sender: string): readonly FaultList[] {
  const lists = Object.entries(FAULT_LISTS) as [FaultList, Codes][]
  const known = lists.filter(([, codes]) => Object.hasOwn(codes, code))
  // Of two meanings the sender's own comes first: since 2025 IB009 is VECOZO's, before it was the Inlichtingenbureau's.
  const ofSender = known.filter(([, codes]) => (codes[code] as readonly string[]).includes(sender))
  const ordered = [...ofSender, ...known.filter((list) => !ofSender.includes(list))].map(([list]) => list)
  return CHANGED_MEANING.includes(code) ? ordered : ordered.slice(0, 1)
}
