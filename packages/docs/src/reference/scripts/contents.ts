/** Closes the list of names when it has served, and marks the section that is being read. */
export function startContents(contents: HTMLElement): void {
  const list = contents.querySelector("details") as HTMLDetailsElement;
  const links = new Map(
    [...contents.querySelectorAll<HTMLAnchorElement>(".strip a")].map((link) => [link.hash, link]),
  );
  addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || !list.open) return;
    if (target.closest("a") || !list.contains(target)) list.open = false;
  });
  list.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    list.open = false;
    list.querySelector("summary")?.focus();
  });
  const sections = [...document.querySelectorAll(".operation .text > section")];
  const seen = new Set<Element>();
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) seen[isIntersecting ? "add" : "delete"](target);
      const first = sections.find((section) => seen.has(section))?.querySelector("h2")?.id;
      for (const [hash, link] of links) link.ariaCurrent = hash === `#${first}` ? "true" : null;
    },
    { rootMargin: "-15% 0px -50%" },
  );
  for (const section of sections) observer.observe(section);
}
