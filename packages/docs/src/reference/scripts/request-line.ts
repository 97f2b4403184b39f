import { startCopyButton } from "../../try-it/copy-button.ts";

/** Copies the URL with the chosen region. */
export function startRequestLine(line: HTMLElement): void {
  const find = (selector: string) => line.querySelector(selector) as HTMLElement;
  const textOf = () =>
    [...find(".url").children]
      .map((part) =>
        part instanceof HTMLSelectElement
          ? part.value
          : part.matches("select + span")
            ? ""
            : part.textContent,
      )
      .join("");
  startCopyButton(find("button") as HTMLButtonElement, textOf, find("[role=status]"));
}
