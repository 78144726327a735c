import { config } from 'zod/v4/core'

// Compiled schemas need `new Function`, which the content security policy refuses and reports. Before any schema is made.
config({ jitless: true })
