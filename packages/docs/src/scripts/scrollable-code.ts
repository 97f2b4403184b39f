/**
 * Takes code blocks that do not scroll out of the tab order. A script of the theme does the same a quarter of a second
 * after a block is first seen, and would remove the focus from a block that was reached before that.
 */
function skipWhole(): void {
  for (const code of document.querySelectorAll("pre[data-language]")) {
    if (code.scrollWidth <= code.clientWidth) code.removeAttribute("tabindex");
  }
}

addEventListener("DOMContentLoaded", skipWhole);
