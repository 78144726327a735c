/** Id of the form that the checkboxes of the list belong to. */
export const SELECTION_FORM = 'selectie'
