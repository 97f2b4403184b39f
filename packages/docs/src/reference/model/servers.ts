import type { Server } from "./description.ts";

/** A choice of servers that differ in a part of the URL, such as the region. */
export interface Choice {
  readonly name: string;
  readonly values: readonly string[];
  readonly usual: string;
}

/** A server of an operation. */
export interface OperationServer {
  /** The URL before and after the variable, or all of it. */
  readonly url: readonly [start: string, end?: string];
  readonly choice?: Choice;
  readonly text: string;
}

/** Returns the servers of a description. A server has at most one variable. */
export function serversOf(servers: readonly Server[]): readonly OperationServer[] {
  return servers.map(({ url, variables = {}, description = "" }) => {
    const text = description.trim();
    const [[name, variable] = []] = Object.entries(variables);
    if (!name || !variable) return { url: [url], text };
    const [start = "", end = ""] = url.split(`{${name}}`);
    return {
      url: [start, end],
      choice: { name, values: variable.enum ?? [], usual: variable.default },
      text,
    };
  });
}

/** Returns the URL of a server with a value of its variable, by default the usual one. */
export function urlOf({ url: [start, end = ""], choice }: OperationServer, value = choice?.usual): string {
  return choice ? start + value + end : start;
}

/** Lists each region with the URLs that serve it; a server without a choice has its region in the host, or serves all. */
export function regionsOf(
  servers: readonly OperationServer[],
): readonly (readonly [region: string, urls: string[]])[] {
  const regions = new Map<string, string[]>();
  for (const server of servers) {
    const values = server.choice?.values ?? [/\.([a-z]+(?:-[a-z\d]+)+)\./.exec(server.url[0])?.[1] ?? ""];
    for (const value of values) regions.set(value, [...(regions.get(value) ?? []), urlOf(server, value)]);
  }
  return [...regions].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
}
