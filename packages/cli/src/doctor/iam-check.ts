import { resolveEndpoints } from "@workspace-images/client";
import type { Connection } from "../connection/connection.ts";
import { ExitStatus } from "../process/exit-status.ts";
import type { Finding } from "./finding.ts";

/** Whether IAM responds, and the date of its response. */
export interface IamCheck {
  readonly finding: Finding;
  readonly date: string | null;
}

function unavailable(text: string, { options: { projectId } }: Connection): Finding {
  const finding = { name: "IAM", text };
  // With a password, the page check fails as well, and says so.
  if (projectId)
    return {
      ...finding,
      level: "warn",
      remedy: "IAM is needed only to sign in with a user name and password.",
    };
  const remedy =
    "Check the network and the IAM endpoint (HUAWEICLOUD_SDK_IAM_ENDPOINT or HW_AUTH_URL), or use --project-id.";
  return { ...finding, level: "fail", remedy, status: ExitStatus.failure };
}

/** Sends IAM a request without credentials. Any response but a server error passes. */
export async function checkIam(connection: Connection, signal: AbortSignal): Promise<IamCheck> {
  const { options, timeout } = connection;
  const { iamEndpoint } = resolveEndpoints(options);
  const { host } = new URL(iamEndpoint);
  const send = options.fetch ?? fetch;
  try {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    const startedAt = performance.now();
    const response = await send(`${iamEndpoint}/v3/projects`, { redirect: "manual", signal: limited });
    await response.body?.cancel();
    const duration = Math.round(performance.now() - startedAt);
    const finding: Finding =
      response.status < 500
        ? { level: "pass", name: "IAM", text: `${host} responded in ${duration} ms` }
        : unavailable(`${host} responded with status ${response.status}`, connection);
    return { finding, date: response.headers.get("Date") };
  } catch (error) {
    signal.throwIfAborted();
    const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
    const reason =
      name === "TimeoutError" ? `within ${timeout} ms` : `(${cause?.code ?? cause?.message ?? message})`;
    return { finding: unavailable(`${host} did not respond ${reason}`, connection), date: null };
  }
}
