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

type ApiErrorDetails = Pick<ApiError, 'status' | 'retryAt' | 'isJson' | 'isOwnLimit' | 'isOfAccount'>

/**
 * The only error that talking to CloudCard ends in, apart from the caller's own abort.
 * `status` is the HTTP status, null where no answer came; `retryAt` (of our clock, ms) is when CloudCard lets us ask again.
 * `message` is for developers: it holds no personal data, so no address, body or token either.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ApiErrorKind
  readonly status: number | null
  readonly retryAt: number | null
  /** Whether the answer was JSON, as CloudCard's own are; what a proxy says is a page, or nothing. */
  readonly isJson: boolean
  /** Whether it was our own server that asks for a pause, and not CloudCard. */
  readonly isOwnLimit: boolean
  /** Whether it is about what the account may do, or about the status that was asked for, and not about this one photo. */
  readonly isOfAccount: boolean

  constructor(
    kind: ApiErrorKind,
    message: string,
    {
      status = null,
      retryAt = null,
      isJson = false,
      isOwnLimit = false,
      isOfAccount = false,
    }: Partial<ApiErrorDetails> = {},
  ) {
    super(message)
    this.kind = kind
    this.status = status
    this.retryAt = retryAt
    this.isJson = isJson
    this.isOwnLimit = isOwnLimit
    this.isOfAccount = isOfAccount
  }
}

export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError
}

export const unconfirmed = (): ApiError =>
  new ApiError('unconfirmed', 'CloudCard did not say that it was done')
