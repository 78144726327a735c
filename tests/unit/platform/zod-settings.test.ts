describe('settings of zod in the browser', () => {
  // Another version of zod may look elsewhere: then every form would break the content security policy.
  it('are where zod looks for them', async () => {
    await import('#/instrumentation-client.ts')
    const { config } = await import('zod')
    expect(config().jitless).toBe(true)
  })
})
