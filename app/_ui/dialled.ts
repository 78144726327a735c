/** A telephone number as a link dials it. */
export const dialled = (phone: string) => `tel:${phone.replace(/[^+\d]/g, '')}`
