import type { Readable } from 'node:stream'
import { DataStore, ERRORS, Upload } from '@tus/server'
import type { Actor } from '#/lib/access/actor.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { type BeginRefusal, beginUpload } from '#/lib/berichten/uploads/begin-upload.ts'
import { endUpload } from '#/lib/berichten/uploads/end-upload.ts'
import { readMetadata, UPLOAD_TERM_MS, type UploadAddress } from '#/lib/berichten/uploads/schema.ts'
import { TurnLostError, takeUploadTurn, writeParts } from '#/lib/berichten/uploads/write-parts.ts'

/** A file may not begin. */
export class BeginRefusedError extends Error {
  override readonly name = 'BeginRefusedError'
  readonly refusal: BeginRefusal
  constructor(refusal: BeginRefusal) {
    super(refusal.kind)
    this.refusal = refusal
  }
}

/** Somebody else writes to the file. The answer of the protocol for it is 423. */
const LOCKED = { status_code: 423, body: 'another request writes to this upload\n' }

/**
 * Where @tus/server keeps files that come in parts: sealed in the content storage, their rows in the database, so that a
 * request may come to any web process. Made for one request of one person.
 */
export class PartStore extends DataStore {
  override readonly extensions = ['creation', 'creation-with-upload', 'termination', 'expiration']
  readonly #actor: Actor
  readonly #product: BerichtProduct
  #turn = -1
  #begun: Upload | null = null

  constructor(actor: Actor, product: BerichtProduct) {
    super()
    this.#actor = actor
    this.#product = product
  }

  #addressOf(uploadId: string): UploadAddress {
    return { product: this.#product, uploadId }
  }

  override async create(upload: Upload): Promise<Upload> {
    const about = readMetadata(upload.metadata ?? {})
    if (!about) throw ERRORS.INVALID_METADATA
    const input = { product: this.#product, sizeBytes: upload.size ?? 0, ...about }
    const begun = await beginUpload(this.#actor, input)
    if (!begun.ok) throw new BeginRefusedError(begun.error)
    // The library names a file before it asks for it; the name is ours to give.
    upload.id = begun.value.id
    this.#turn = begun.value.turn
    this.#begun = upload
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    // After the beginning the library looks again, only to say until when: that takes nobody's turn.
    if (this.#begun?.id === id) return this.#begun
    const found = await takeUploadTurn(this.#actor, this.#addressOf(id))
    if (!found) throw ERRORS.FILE_NOT_FOUND
    this.#turn = found.turn
    return new Upload({
      id,
      size: found.sizeBytes,
      offset: found.receivedBytes,
      creation_date: new Date(found.expiresAt.getTime() - UPLOAD_TERM_MS).toISOString(),
    })
  }

  override async write(source: Readable, id: string, startByte: number): Promise<number> {
    const bytes = source as AsyncIterable<Buffer>
    try {
      return await writeParts(this.#actor, { ...this.#addressOf(id), turn: this.#turn, startByte, bytes })
    } catch (error) {
      throw error instanceof TurnLostError ? LOCKED : error
    }
  }

  override async remove(id: string): Promise<void> {
    if (!(await endUpload(this.#actor, this.#addressOf(id)))) throw ERRORS.FILE_NOT_FOUND
  }

  override getExpiration(): number {
    return UPLOAD_TERM_MS
  }
}
