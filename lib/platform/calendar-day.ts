/** The day so many months later, or earlier when negative (`YYYY-MM-DD`); the last of the month when it has no such day. */
export function plusMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00.000Z`)
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const lastOfMonth = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(date.getUTCDate(), lastOfMonth))
  return target.toISOString().slice(0, 10)
}

/** The last day of the month of a day (`YYYY-MM-DD`). */
export function lastOfMonth(day: string): string {
  const date = new Date(`${day}T00:00:00.000Z`)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).toISOString().slice(0, 10)
}
