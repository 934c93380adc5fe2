/**
 * Marks the section being read in the list of contents. The last heading above the upper third
 * of the window is the current one.
 */
function follow(links: Map<string, HTMLAnchorElement>, headings: HTMLElement[]): void {
  let marked: HTMLAnchorElement | undefined;
  const update = () => {
    const limit = innerHeight / 3;
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top < limit);
    const link = current && links.get(current.id);
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    marked = link;
  };
  // Headings that cross an edge of the window are all that can change the answer.
  const observer = new IntersectionObserver(update, { rootMargin: "0px 0px -66% 0px" });
  for (const heading of headings) observer.observe(heading);
}

const links = new Map<string, HTMLAnchorElement>();
for (const link of document.querySelectorAll<HTMLAnchorElement>(".contents a")) {
  links.set(decodeURIComponent(link.hash.slice(1)), link);
}
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
if (headings.length > 0) follow(links, headings);

// Folded away on small screens, the list closes behind the reader who has chosen.
document.querySelector(".contents")?.addEventListener("click", (event) => {
  // A translator of pages puts elements of its own within the link.
  if (event.target instanceof Element && event.target.closest("a")) {
    (event.currentTarget as HTMLDetailsElement).open = false;
  }
});
