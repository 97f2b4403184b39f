import {
  type AccessKeyAuthOptions,
  type AccessKeyProvider,
  createSigner,
  type Signer,
} from "./access-key.ts";
import type { Auth, AuthContext } from "./auth.ts";
import { createCredentialCache, type Issued } from "./credential-cache.ts";
import { formatSdkDate, parseSdkDate, sign } from "./signature.ts";

/**
 * Milliseconds. The gateway rejects a signature whose time differs from its own by more than 15 minutes; one minute
 * less allows for the time on the network and for gateways that differ. Within it, the clock was not the reason.
 *
 * @see https://support.huaweicloud.com/devg-apisign/api-sign-0001.html
 */
const CLOCK_TOLERANCE = 14 * 60_000;

/** Statuses of requests whose signature was accepted, although they fail: the gateway checks the signature first. */
const ACCEPTED = [400, 403, 404];

/**
 * Authenticates by signing each attempt with an access key (SDK-HMAC-SHA256). The signature covers method, path, query,
 * host, time, project and security token, as they are sent.
 *
 * More than five failures in a row lock the key for five minutes, for every program that uses it. So until a signature
 * has been accepted, and after the clock of this machine has jumped, one request is in flight at a time. A 401 is not
 * replayed, and for five minutes calls to the same origin fail with the same error and nothing is sent. The exception:
 * if the `Date` of the response shows that the clock of this machine is wrong, the request is replayed once, and the
 * offset is kept for later signatures. Create another `accessKeyAuth` to try again at once.
 *
 * A function is asked for the key when one is needed, once however many calls and clients wait for it. Its key is kept
 * until it expires, and renewed in the background by calls in the last fifth of its lifetime; if a renewal fails, the key
 * stays in use while it is valid, and `onEvent` receives an event. After a 401, the function is asked once for another
 * key; if it returns the same one, or the other one is rejected, too, the rejection stands. A function that does not
 * settle ends with the time-out of the attempt.
 *
 * @param key The access key, or a function that returns it.
 * @throws {InputError} when a part of the key is empty, in quotation marks or contains white space, a comma or a
 *   non-ASCII character.
 */
export function accessKeyAuth(key: AccessKeyAuthOptions | AccessKeyProvider): Auth {
  let offset = 0;
  let isCorrected = false;
  const misdated = new WeakSet<Request>();
  const now = () => Date.now() + offset;
  const signers = new WeakMap<Request, Signer>();
  const cache = createCredentialCache<Signer>(now);
  const provider = typeof key === "function" ? key : undefined;
  /** The latest key. */
  let current = typeof key === "function" ? undefined : createSigner(key, 0);
  /** ID of the latest key, from its rejection until the provider has returned a key. */
  let rejected: string | undefined;

  async function ask(provide: AccessKeyProvider, signal: AbortSignal): Promise<Issued<Signer>> {
    const startedAt = now();
    for (;;) {
      const known = rejected;
      const provided = Object(await provide({ ...(known && { rejected: known }), signal }));
      signal.throwIfAborted(); // Nobody waits for it any more, and another one may be in use.
      const signer = createSigner(provided, now());
      const isSame = current?.isOf(provided);
      if (isSame && known !== rejected) continue; // It was rejected in the meantime, which the provider did not know.
      // What is known of the signatures of the same key still holds.
      current = isSame ? Object.assign(current as Signer, { expiresAt: signer.expiresAt }) : signer;
      rejected = undefined;
      return { value: current, lifetime: provided.expiresAt ? signer.expiresAt - startedAt : 0 };
    }
  }

  async function signerFor(context: AuthContext): Promise<Signer> {
    return provider ? cache.get((signal) => ask(provider, signal), context) : (current as Signer);
  }

  /** Waits for a key whose signatures are not in doubt, or may be tried with this request. */
  async function enter(request: Request, context: AuthContext): Promise<Signer> {
    for (;;) {
      const signer = await signerFor(context);
      context.signal.throwIfAborted();
      signers.set(request, signer);
      try {
        await signer.gateOf(request).enter(request, context.signal);
        return signer;
      } catch (error) {
        // The rejection of a key stands unless another key has replaced it, or may replace it.
        if (signer === current && !rejected) throw error;
      }
    }
  }

  /** Returns whether the clock of this machine explains the rejection; corrects it, but not again before a success. */
  function isMisdated(request: Request, response: Response): boolean {
    const serverTime = Date.parse(response.headers.get("Date") ?? "");
    const signedTime = parseSdkDate(request.headers.get("X-Sdk-Date") ?? "");
    // Compared with the time of this signature, not with the current offset: another call may have changed that.
    if (!(Math.abs(serverTime - signedTime) > CLOCK_TOLERANCE)) return false;
    if (Math.abs(serverTime - Date.now() - offset) <= CLOCK_TOLERANCE) return true;
    if (isCorrected) return false;
    isCorrected = true;
    offset = serverTime - Date.now();
    return true;
  }

  async function authorize(request: Request, signer: Signer, projectId: string | undefined): Promise<void> {
    const { accessKey, securityToken } = signer;
    const { method, url } = request;
    const { host, pathname: path, search: query } = new URL(url);
    const headers: Record<string, string> = { "x-sdk-date": formatSdkDate(now()) };
    if (projectId) headers["x-project-id"] = projectId;
    if (securityToken) headers["x-security-token"] = securityToken;
    const body = method === "GET" ? undefined : await request.clone().arrayBuffer();
    const parts = { method, path, query, headers: { host, ...headers }, body };
    headers["authorization"] = await sign(parts, accessKey, await signer.importKey());
    for (const name in headers) request.headers.set(name, headers[name] ?? "");
  }

  return {
    async apply(request, context) {
      for (;;) {
        const signer = await enter(request, context);
        await authorize(request, signer, context.projectId);
        if (now() < signer.expiresAt) return;
        // It expired while the request waited for its turn.
        signer.gateOf(request).leave(request);
      }
    },
    async refresh(_response, request, context) {
      const used = signers.get(request);
      // If the provider fails, the rejection stands; the failure is an event.
      return misdated.has(request) || (await signerFor(context).catch(() => used)) !== used;
    },
    settle(request, { response, error }) {
      const signer = signers.get(request);
      if (!signer) return;
      const gate = signer.gateOf(request);
      if (response?.status === 401) {
        if (isMisdated(request, response)) misdated.add(request);
        const isRejected = !misdated.has(request);
        gate.reject(isRejected ? error : undefined);
        if (provider && isRejected && signer === current && cache.drop(signer)) rejected = signer.accessKey;
      } else if (response?.ok || ACCEPTED.includes(response?.status ?? 0)) {
        isCorrected = false;
        gate.accept(request);
      }
      gate.leave(request);
    },
  };
}
