/** The actor may not do this inside the own organisation. Handled by the action and route wrappers only: 403. */
export class ForbiddenError extends Error {
  readonly permission: string
  constructor(permission: string) {
    super(`permission ${permission} is not held`)
    this.name = 'ForbiddenError'
    this.permission = permission
  }
}

/** The thing does not exist for this actor: absent and belonging to another organisation are one answer, 404. */
export class NotFoundError extends Error {
  constructor(what: string) {
    super(`${what} not found`)
    this.name = 'NotFoundError'
  }
}

/** Something that the code holds impossible has happened. A bug, never the user's doing. */
export class InvariantError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'InvariantError'
  }
}

/** A part outside this process (database, makelaar, mail, storage) did not do its work. */
export class UpstreamError extends Error {
  readonly upstream: string
  constructor(upstream: string, message: string, options?: ErrorOptions) {
    super(`${upstream}: ${message}`, options)
    this.name = 'UpstreamError'
    this.upstream = upstream
  }
}
