import type { Adapter, AdapterPayload } from 'oidc-provider'

type Stored = { readonly payload: AdapterPayload; readonly expiresAt: number }

const MAX_RECORDS = 50_000

/** What one issuer stores: codes, tokens, attempts, sessions. Each issuer has a store of its own and shares nothing. */
export class IssuerStore {
  readonly #records = new Map<string, Stored>()

  /** The adapter of one kind of record, as oidc-provider asks for it. */
  adapterOf(model: string): Adapter {
    const key = (id: string) => `${model}:${id}`
    return {
      upsert: async (id, payload, expiresIn) => this.#write(key(id), payload, expiresIn),
      find: async (id) => this.#read(key(id)),
      findByUid: async (uid) => this.#where(model, (payload) => payload.uid === uid),
      findByUserCode: async (userCode) => this.#where(model, (payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = this.#read(key(id))
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      },
      destroy: async (id) => {
        this.#records.delete(key(id))
      },
      revokeByGrantId: async (grantId) => {
        for (const [id, { payload }] of this.#records) if (payload.grantId === grantId) this.#records.delete(id)
      },
    }
  }

  #write(key: string, payload: AdapterPayload, expiresInSeconds: number | undefined): void {
    const expiresAt = expiresInSeconds === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresInSeconds * 1000
    this.#records.set(key, { payload, expiresAt })
    for (const [oldest, record] of this.#records) {
      if (this.#records.size <= MAX_RECORDS && record.expiresAt > Date.now()) break
      this.#records.delete(oldest)
    }
  }

  #read(key: string): AdapterPayload | undefined {
    const record = this.#records.get(key)
    return record && record.expiresAt > Date.now() ? record.payload : undefined
  }

  #where(model: string, fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload, expiresAt }] of this.#records) {
      if (key.startsWith(`${model}:`) && expiresAt > Date.now() && fits(payload)) return payload
    }
    return undefined
  }
}
