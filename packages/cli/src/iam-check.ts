import { resolveEndpoints } from "@workspace-images/client";
import type { Connection } from "./connection.ts";
import { ExitStatus } from "./exit-status.ts";
import type { Finding } from "./finding.ts";

/** Whether IAM answers, and the date of its answer. */
export interface IamCheck {
  readonly finding: Finding;
  readonly date: string | null;
}

function isNeeded({ options, sources }: Connection): boolean {
  return !options.projectId || sources["auth"]?.includes("HW_USER_NAME") === true;
}

/** Sends IAM a request without credentials. Any answer but a failure of the server will do. */
export async function checkIam(connection: Connection, signal: AbortSignal): Promise<IamCheck> {
  const { options, timeout } = connection;
  const { iamEndpoint } = resolveEndpoints(options);
  const { host } = new URL(iamEndpoint);
  const send = options.fetch ?? fetch;
  const failed = (text: string): Finding => {
    const finding = { name: "IAM", text: `${host} ${text}` };
    if (!isNeeded(connection))
      return { ...finding, level: "warn", remedy: "Not needed with these credentials and this project." };
    const remedy = "Check the network and the address of IAM (HUAWEICLOUD_SDK_IAM_ENDPOINT, HW_AUTH_URL).";
    return { ...finding, level: "fail", remedy, status: ExitStatus.failed };
  };
  try {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    const started = performance.now();
    const answer = await send(`${iamEndpoint}/v3/projects`, { redirect: "manual", signal: limited });
    await answer.body?.cancel();
    const duration = Math.round(performance.now() - started);
    const date = answer.headers.get("Date");
    if (answer.status >= 500) return { finding: failed(`answers with status ${answer.status}`), date };
    return { finding: { level: "pass", name: "IAM", text: `${host} answers in ${duration} ms` }, date };
  } catch (error) {
    signal.throwIfAborted();
    const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
    const reason =
      name === "TimeoutError" ? `within ${timeout} ms` : (cause?.code ?? cause?.message ?? message);
    return { finding: failed(`does not answer: ${reason}`), date: null };
  }
}
