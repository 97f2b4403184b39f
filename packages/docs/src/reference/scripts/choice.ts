/** Shows the chosen alternative, and the one that the address names. */
export function startChoices(): void {
  for (const choice of document.querySelectorAll<HTMLElement>(".choice")) {
    choice.querySelector("select")?.addEventListener("change", ({ currentTarget }) => {
      choose(document.getElementById((currentTarget as HTMLSelectElement).value));
    });
  }
  const follow = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (choose(target)) target?.scrollIntoView({ block: "nearest" });
  };
  addEventListener("hashchange", follow);
  follow();
}

function choose(panel: HTMLElement | null): boolean {
  const choice = panel?.closest(".choice");
  if (!panel?.matches(".panel") || !choice) return false;
  for (const other of choice.querySelectorAll(".panel")) other.classList.toggle("chosen", other === panel);
  const select = choice.querySelector("select");
  if (select) select.value = panel.id;
  return true;
}
