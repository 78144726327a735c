/** The field of the delivery form that says what bare files are. It stands before the files: they are taken in as they come. */
export const CHOSEN_SOORT = 'soort'
