/** Whether Next's development server runs: it evaluates code to reload it, which no build of the portal does. */
export const isDevelopmentServer = (): boolean => process.env.NODE_ENV === 'development'
