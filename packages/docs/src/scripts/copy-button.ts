/** Makes a button copy a text, and shows the outcome for two seconds, also to screen readers through `status`. */
export function startCopyButton(button: HTMLButtonElement, textOf: () => string, status: HTMLElement): void {
  const label = button.textContent;
  const say = (text: string) => {
    button.textContent = text;
    status.textContent = text;
  };
  button.addEventListener("click", async () => {
    // Browsers offer the clipboard only to HTTPS pages and to localhost.
    await (navigator.clipboard?.writeText(textOf()) ?? Promise.reject()).then(
      () => say("Copied"),
      () => say("Not copied"),
    );
    setTimeout(() => {
      button.textContent = label;
      status.textContent = "";
    }, 2000);
  });
}
