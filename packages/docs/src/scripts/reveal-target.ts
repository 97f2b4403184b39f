/** Shows the element that the fragment of the address names: opens its details, and selects its sample or example. */
function revealTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  let isRevealed = false;
  for (let part = target; part; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement && !part.open) part.open = isRevealed = true;
    if (part.hidden) isRevealed = choose(part) || isRevealed;
  }
  if (isRevealed) target?.scrollIntoView();
}

function choose({ dataset, parentElement }: HTMLElement): boolean {
  const { openapiContentType: example, openapiSnippetId: sample } = dataset;
  const picker = sample
    ? document.querySelector<HTMLSelectElement>("sl-openapi-snippet-picker select")
    : parentElement?.querySelector<HTMLSelectElement>(":scope > label > select");
  if (!picker) return false;
  picker.value = sample ?? example ?? "";
  return picker.dispatchEvent(new Event("change"));
}

// The pickers work only from now on.
addEventListener("DOMContentLoaded", revealTarget);
addEventListener("hashchange", revealTarget);
