/**
 * Lets the keyboard past blocks of code that have nothing to scroll to. A script of the theme does so a quarter of a
 * second after they are first seen, and would take the focus from one that is reached in between.
 */
function skipWhole(): void {
  for (const code of document.querySelectorAll("pre[data-language]")) {
    if (code.scrollWidth <= code.clientWidth) code.removeAttribute("tabindex");
  }
}

addEventListener("DOMContentLoaded", skipWhole);
