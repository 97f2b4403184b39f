import { startCopyButton } from "../scripts/copy-button.ts";
import { codesOf } from "./code.ts";
import { imageRows } from "./image-rows.ts";
import { runTrial } from "./run-trial.ts";
import { stepItem } from "./step-item.ts";
import { FIRST_TRIAL, trialOf } from "./trial.ts";

const element = (id: string) => document.getElementById(id) as HTMLElement;

let running = new AbortController();

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const filled = [...new FormData(form)].filter(([, value]) => value);
  return new URLSearchParams(filled as [string, string][]);
}

function fill(form: HTMLFormElement, fields: URLSearchParams): void {
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) continue;
    control.value = fields.get(control.name) ?? "";
    if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.selectedIndex = 0;
    if (control.required && !control.value) {
      control.value = new URLSearchParams(FIRST_TRIAL).get(control.name) ?? "";
    }
  }
}

function showCode(fields: URLSearchParams): void {
  for (const { name, text } of codesOf(trialOf(fields))) element(`code-${name}`).textContent = text;
}

async function run(fields: URLSearchParams): Promise<void> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const steps = element("steps");
  steps.replaceChildren();
  element("images-found").hidden = true;
  element("outcome").textContent = "Waiting …";
  element("result").hidden = false;
  try {
    const { images, sentence } = await runTrial(
      trialOf(fields),
      (step) => signal.aborted || steps.append(stepItem(step)),
      signal,
    );
    element("images").replaceChildren(...imageRows(images));
    element("images-found").hidden = images.length === 0;
    element("outcome").textContent = sentence;
    const last = [...steps.querySelectorAll("details")].at(-1);
    if (last) last.open = true;
  } catch (error) {
    if (!signal.aborted) element("outcome").textContent = String(error);
  }
}

/** Runs the form with the client and the mock in the browser, and keeps the trial in the address of the page. */
export function startTryIt(): void {
  const form = element("try") as HTMLFormElement;
  const status = element("copied");
  const follow = () => {
    const shared = location.hash.slice(1);
    // Other fragments are anchors on the page.
    if (!shared.includes("=")) return;
    fill(form, new URLSearchParams(shared));
    showCode(fieldsOf(form));
    form.requestSubmit();
  };
  // Signatures need Web Crypto, which browsers offer only to HTTPS pages and to localhost.
  if (!isSecureContext) form.querySelector("[value=key]")?.setAttribute("disabled", "");
  form.addEventListener("input", () => showCode(fieldsOf(form)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = fieldsOf(form);
    history.replaceState(history.state, "", `#${fields}`);
    void run(fields);
  });
  addEventListener("hashchange", follow);
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    startCopyButton(button, () => element(button.dataset["copy"] ?? "").textContent ?? "", status);
  }
  startCopyButton(
    element("share") as HTMLButtonElement,
    () => `${location.href.replace(/#.*/, "")}#${fieldsOf(form)}`,
    status,
  );
  follow();
}
