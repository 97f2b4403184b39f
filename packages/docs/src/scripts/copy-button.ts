/** Makes a button copy a text, and shows the outcome for two seconds, also to screen readers through `status`. */
export function startCopyButton(
  button: HTMLButtonElement,
  textOf: () => string | Promise<string>,
  status: HTMLElement,
): void {
  const label = button.textContent;
  const say = (text: string) => {
    button.textContent = text;
    status.textContent = text;
  };
  button.addEventListener("click", async () => {
    await copy(textOf).then(
      () => say("Copied"),
      () => say("Not copied"),
    );
    setTimeout(() => {
      button.textContent = label;
      status.textContent = "";
    }, 2000);
  });
}

/** Browsers offer the clipboard only to HTTPS pages and to localhost, and only in response to a click, so it gets a promise. */
async function copy(textOf: () => string | Promise<string>): Promise<void> {
  const text = async () => new Blob([await textOf()], { type: "text/plain" });
  await navigator.clipboard.write([new ClipboardItem({ "text/plain": text() })]);
}
