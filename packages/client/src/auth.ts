/** How a request of an {@link Auth} is sent. */
export interface SendOptions {
  /** Credentials in the body, which are masked wherever they are shown. */
  readonly secrets: readonly string[];
  /** Whether the request may be sent again after a failure that may pass. Default true. */
  readonly isRepeatable?: boolean | undefined;
}

/** What an {@link Auth} may need of the call that it signs. */
export interface AuthContext {
  /** Project in the path of the request; absent for calls to IAM. */
  readonly projectId?: string | undefined;
  /** Region of the client, when it has one. */
  readonly region?: string | undefined;
  /** Origin and path prefix of IAM, without a slash at the end. */
  readonly iamEndpoint: string;
  /** Aborted when the call that waits for the credentials is. */
  readonly signal: AbortSignal;
  /** Sends a request to IAM, without credentials. */
  readonly send: (request: Request, options: SendOptions) => Promise<Response>;
}

/** A kind of credential: adds itself to each attempt, and may find a way out after a 401. */
export interface Auth {
  /** Adds the credential to the headers of a request that is about to be sent. */
  apply(request: Request, context: AuthContext): void | Promise<void>;
  /**
   * Called with an answer of status 401 and the request that it answers, at most once a call. `true` says that the
   * request is worth one replay, because the credential is another one now.
   */
  refresh?(response: Response, request: Request, context: AuthContext): boolean | Promise<boolean>;
}
