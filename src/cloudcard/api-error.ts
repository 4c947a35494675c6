export type ApiErrorKind =
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rate-limited'
  | 'refused'
  | 'server'
  | 'timed-out'
  | 'offline'
  | 'unreadable'
  /** Something on the way has answered in CloudCard's place: a sign-on in front of Loupe that has ended. */
  | 'intercepted'
  /** The person did not want to wait any longer. */
  | 'stopped'
  /** It said yes to a change, and not that the change was made. */
  | 'unconfirmed'

const untold = { status: null, retryAt: null, isJson: false, isOwnLimit: false, isOfAccount: false }

/**
 * The only error that talking to CloudCard ends in, apart from the caller's own abort.
 * `status` is the HTTP status, null where no answer came; `retryAt` (of our clock, ms) is when CloudCard lets us ask again.
 * `message` is for developers: it holds no personal data, so no address, body or token either.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ApiErrorKind
  declare readonly status: number | null
  declare readonly retryAt: number | null
  /** Whether the answer was JSON, as CloudCard's own are; what a proxy says is a page, or nothing. */
  declare readonly isJson: boolean
  /** Whether it was our own server that asks for a pause, and not CloudCard. */
  declare readonly isOwnLimit: boolean
  /** Whether it is about what the account may do, or about the status that was asked for, and not about this one photo. */
  declare readonly isOfAccount: boolean

  constructor(
    kind: ApiErrorKind,
    message: string,
    details: Partial<Pick<ApiError, keyof typeof untold>> = {},
  ) {
    super(message)
    this.kind = kind
    Object.assign(this, untold, details)
  }
}

export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError

export const unconfirmed = (): ApiError =>
  new ApiError('unconfirmed', 'CloudCard did not say that it was done')
