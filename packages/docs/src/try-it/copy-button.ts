/** Makes a button copy a text, say so for two seconds, and politely tell those who do not see it. */
export function startCopyButton(button: HTMLButtonElement, textOf: () => string, told: HTMLElement): void {
  const label = button.textContent;
  const say = (text: string) => {
    button.textContent = text;
    told.textContent = text;
  };
  button.addEventListener("click", async () => {
    // Browsers give the clipboard to pages of https and of this machine only.
    await (navigator.clipboard?.writeText(textOf()) ?? Promise.reject()).then(
      () => say("Copied"),
      () => say("Not copied"),
    );
    setTimeout(() => {
      button.textContent = label;
      told.textContent = "";
    }, 2000);
  });
}
