// Compiled schemas of zod need `new Function`, which the content security policy refuses and reports. This is where zod
// looks for its settings; its own `config` would send 9 kB of zod to every page. Runs before any schema is made.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
