export const servicedesk = {} as const
