/** How an {@link Auth} sends a request to IAM. */
export interface SendOptions {
  /** Credentials in the body, masked wherever they would be shown. */
  readonly secrets: readonly string[];
  /** Whether the request may be retried after a temporary failure. Default true. */
  readonly isRepeatable?: boolean | undefined;
}

/** How a request for a new token or key ended. */
export interface RenewalEnd {
  /** When the new credential expires, ISO 8601 in UTC; absent when it is not known or there is none. */
  readonly expiresAt?: string | undefined;
  /** Why there is no new one; contains no credential. The current one stays in use while it is valid. */
  readonly error?: string | undefined;
}

/** What an {@link Auth} may need to know about the call. */
export interface AuthContext {
  /** Project in the path of the request; absent for requests to IAM. */
  readonly projectId?: string | undefined;
  /** Region of the client, if it has one. */
  readonly region?: string | undefined;
  /** Origin and path prefix of IAM, without a trailing slash. */
  readonly iamEndpoint: string;
  /** Aborted when the call that waits for the credentials is aborted, or its attempt times out. */
  readonly signal: AbortSignal;
  /** Milliseconds that an attempt may take, the wait for its credentials included. */
  readonly timeout: number;
  /** Sends a request to IAM without credentials, and throws when it fails. */
  readonly send: (request: Request, options: SendOptions) => Promise<Response>;
  /** Reports a renewal of the credentials to `onEvent`. */
  readonly onRenewal?: ((end: RenewalEnd) => void) | undefined;
}

/** How an attempt ended. */
export interface AttemptEnd {
  /** Absent when none arrived. Its body has been read. */
  readonly response?: Response | undefined;
  /** Absent when the attempt succeeded. */
  readonly error?: Error | undefined;
}

/** A kind of credential: it authenticates each attempt, and may recover from a 401. */
export interface Auth {
  /** Adds the credential to the headers of a request that is about to be sent. */
  apply(request: Request, context: AuthContext): void | Promise<void>;
  /**
   * Called at most once per call, with a response of status 401 and its request. Return `true` to replay the request
   * once, because the credential has changed.
   */
  refresh?(response: Response, request: Request, context: AuthContext): boolean | Promise<boolean>;
  /** Called once for each request that `apply` received, when its attempt has ended, also without being sent. */
  settle?(request: Request, end: AttemptEnd): void;
}
