/** What a spreadsheet would take for a formula (OWASP, CSV injection); also after white space, which some of them skip. */
const FORMULA = /^\s*[=+\-@]|^[\t\r\n]/

const cell = (value: string): string => `"${(FORMULA.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`

/**
 * One line of a CSV file as Dutch spreadsheets open it: cells between quotes, separated by semicolons, closed by CR LF. What
 * would be a formula gets an apostrophe before it, so that it is text.
 */
export const csvLine = (values: readonly string[]): string => `${values.map(cell).join(';')}\r\n`

/** Stands at the beginning of the file: without it a spreadsheet does not read it as UTF-8. */
export const CSV_MARK = '\u{FEFF}'
