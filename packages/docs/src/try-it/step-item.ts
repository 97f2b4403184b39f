import type { Headers, Step } from "./step.ts";

/** Shows a step as a list item; an exchange opens to show its headers and bodies. */
export function stepItem(step: Step): HTMLLIElement {
  const item = document.createElement("li");
  if (step.type === "wait") {
    item.className = "wait";
    item.textContent = `Waits ${Math.round(step.delay)} ms before the retry.`;
    return item;
  }
  const { attempt, method, url, headers, response, error } = step;
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  const status = part("strong", response ? `${response.status}` : "lost");
  status.className = error ? "failed" : "fine";
  summary.append(
    part("code", `${method} ${url.search || url.pathname}`),
    status,
    part("span", `attempt ${attempt}`),
  );
  details.append(
    summary,
    part("h3", "Request"),
    pre(`${method} ${url.pathname}${url.search}\nhost: ${url.host}\n${lines(headers)}`),
    part("h3", "Response"),
    pre(
      response
        ? `${response.status}\n${lines(response.headers)}\n\n${pretty(response.body)}`
        : "No response arrived.",
    ),
  );
  if (error) details.append(part("p", error));
  item.append(details);
  return item;
}

function lines(headers: Headers): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join("\n");
}

function part(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** Preformatted text that the keyboard can scroll. */
function pre(text: string): HTMLElement {
  const element = part("pre", text);
  element.tabIndex = 0;
  return element;
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
