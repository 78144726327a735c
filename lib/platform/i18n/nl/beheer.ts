export const beheer = {} as const
