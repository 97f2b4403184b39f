import { startCopyButton } from "../../scripts/copy-button.ts";

/** Copies the URL with the chosen region, and shows the region in the requests of the page, too. */
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
  const url = find(".url");
  let shown = new URL(textOf()).origin;
  url.addEventListener("change", () => {
    const chosen = new URL(textOf()).origin;
    for (const code of document.querySelectorAll(".operation .expressive-code"))
      replaceIn(code, shown, chosen);
    shown = chosen;
  });
  startCopyButton(find("button") as HTMLButtonElement, textOf, find("[role=status]"));
}

/** Replaces a text in code, and in what its button copies. */
function replaceIn(code: Element, old: string, text: string): void {
  const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    node.data = node.data.replaceAll(old, text);
  }
  const button = code.querySelector<HTMLElement>("[data-code]");
  if (button) button.dataset["code"] = button.dataset["code"]?.replaceAll(old, text);
}
