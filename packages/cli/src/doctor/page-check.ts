import { createImagesClient, isWorkspaceImagesError } from "@workspace-images/client";
import { createValidation, type Violation } from "@workspace-images/client/validate";
import type { Connection } from "../connection/connection.ts";
import { explain } from "../failure/explanation.ts";
import { plural } from "../terminal/plural.ts";
import type { Finding } from "./finding.ts";
import { watchExpiry } from "./key-expiry.ts";

/** What the first page shows about credentials, permissions and the response itself. */
export interface PageCheck {
  readonly findings: readonly Finding[];
  /** Why no page was read. */
  readonly error?: unknown;
}

function compare([first, ...others]: readonly Violation[]): Finding {
  const name = "description";
  if (!first) return { level: "pass", name, text: "the response conforms to the OpenAPI description" };
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  const text = `${first.path || "the response"} must be ${first.expected}, but is ${first.found}${more}`;
  const remedy =
    "The service, or a proxy in front of it, has changed. Look for a newer version of workspace-images.";
  return { level: "warn", name, text, remedy };
}

function diagnose(error: unknown, { sources }: Connection): Finding[] {
  const { problem: text, remedy, status } = explain(error, sources);
  const skip = (name: string, reason: string): Finding => ({ level: "skip", name, text: reason });
  const fail = (name: string): Finding => ({ level: "fail", name, text, remedy, status });
  const noPage = skip("page", "the request was rejected");
  const noComparison = skip("description", "no page to validate");
  const rejection = isWorkspaceImagesError(error) && error.code === "API_ERROR" ? error : undefined;
  if (rejection?.status === 401 || rejection?.target === "credentials")
    return [fail("credentials"), skip("permission", "needs valid credentials"), noPage, noComparison];
  if (rejection?.status === 403) {
    const accepted: Finding = { level: "pass", name: "credentials", text: "accepted" };
    return [accepted, fail("permission"), noPage, noComparison];
  }
  const unknown = ["credentials", "permission"].map((name) => skip(name, "unknown until a page is read"));
  return [...unknown, fail("page"), noComparison];
}

/** Reads one page with the credentials. */
export async function checkPage(connection: Connection, signal: AbortSignal): Promise<PageCheck> {
  const violations: Violation[] = [];
  const startedAt = performance.now();
  try {
    const watched = watchExpiry(connection.options);
    const client = createImagesClient(watched.options);
    client.http.use(
      createValidation({ mode: "warn", onViolation: (report) => violations.push(...report.violations) }),
    );
    const { images } = await client.list({}, { signal });
    const duration = Math.round(performance.now() - startedAt);
    const source = [connection.sources["auth"], watched.describe()].filter(Boolean).join("; ");
    const findings: Finding[] = [
      { level: "pass", name: "credentials", text: `accepted (${source})` },
      { level: "pass", name: "permission", text: "workspace:images:list is granted" },
      { level: "pass", name: "page", text: `${plural(images.length, "image")} in ${duration} ms` },
      compare(violations),
    ];
    return { findings };
  } catch (error) {
    signal.throwIfAborted();
    return { findings: diagnose(error, connection), error };
  }
}
