/** Where software of a gemeente asks the Wlz-register, on the host of the web service. */
export const QUESTIONS_PATH = '/wlz-registertoets/v1/raadplegingen'
