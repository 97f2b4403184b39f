import { createImagesClient, isWorkspaceImagesError } from "@workspace-images/client";
import { createValidation, type Violation } from "@workspace-images/client/validate";
import type { Connection } from "./connection.ts";
import { explain } from "./explanation.ts";
import type { Finding } from "./finding.ts";

/** What a read page says about credentials, permission, and the answer itself. */
export interface PageCheck {
  readonly findings: readonly Finding[];
  /** Why no page was read. */
  readonly error?: unknown;
}

function compare(violations: readonly Violation[]): Finding {
  const name = "description";
  const [first, ...others] = violations;
  if (!first) return { level: "pass", name, text: "the answer is as described" };
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  const text = `${first.path || "the answer"} has to be ${first.expected}, but is ${first.found}${more}`;
  const remedy =
    "The service or what stands before it has changed; look for a newer version of workspace-images.";
  return { level: "warn", name, text, remedy };
}

function diagnose(error: unknown, { sources }: Connection): Finding[] {
  const { problem: text, remedy, status } = explain(error, sources);
  const skip = (name: string, reason: string): Finding => ({ level: "skip", name, text: reason });
  const fail = (name: string): Finding => ({ level: "fail", name, text, remedy, status });
  const rest = [skip("page", "not read"), skip("description", "no answer to compare")];
  const isAnswer = isWorkspaceImagesError(error) && error.code === "API_ERROR";
  if (isAnswer && error.status === 401) {
    return [fail("credentials"), skip("permission", "needs good credentials"), ...rest];
  }
  if (isAnswer && error.status === 403) {
    return [{ level: "pass", name: "credentials", text: "accepted" }, fail("permission"), ...rest];
  }
  const unknown = ["credentials", "permission"].map((name) => skip(name, "no answer tells"));
  return [...unknown, fail("page"), skip("description", "no answer to compare")];
}

/** Reads one page with the credentials. */
export async function checkPage(connection: Connection, signal: AbortSignal): Promise<PageCheck> {
  const violations: Violation[] = [];
  const started = performance.now();
  try {
    const client = createImagesClient(connection.options);
    client.http.use(
      createValidation({ mode: "warn", onViolation: (report) => violations.push(...report.violations) }),
    );
    const { images } = await client.list({}, { signal });
    const duration = Math.round(performance.now() - started);
    const findings: Finding[] = [
      { level: "pass", name: "credentials", text: `accepted (${connection.sources["auth"]})` },
      { level: "pass", name: "permission", text: "workspace:images:list is there" },
      { level: "pass", name: "page", text: `${images.length} images in ${duration} ms` },
      compare(violations),
    ];
    return { findings };
  } catch (error) {
    signal.throwIfAborted();
    return { findings: diagnose(error, connection), error };
  }
}
