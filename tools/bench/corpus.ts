/** Files of `content/`: path within it to text. */
export type Content = ReadonlyMap<string, string>;

const PAGE = /^[^/]+\/(?!index\.mdx)[^/]+\.mdx$/;

/** The guide's pages, without those that a section starts with. */
const pagesOf = (content: Content): string[] =>
  [...content.keys()].filter((path) => PAGE.test(path)).sort();

/** Names of the objects in the manifests, longest first, so that no name hides a longer one. */
function objectNames(content: Content): string[] {
  const names = new Set<string>();
  for (const [path, text] of content) {
    const name = path.startsWith("manifests/") && /^ {2}name: ([\w-]+)/m.exec(text)?.[1];
    if (name) names.add(name);
  }
  return [...names].sort((a, b) => b.length - a.length);
}

/** Gives the named objects a number, so that the manifests of a copy refer to each other. */
function renumber(text: string, names: readonly string[], copy: number): string {
  if (names.length === 0) return text;
  return text.replace(new RegExp(`\\b(?:${names.join("|")})\\b`, "g"), `$&-${copy}`);
}

/** Picks evenly spread pages, so that a small site has some of every section. */
function spread(paths: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    return paths[Math.floor((index * paths.length) / count)] ?? "";
  });
}

/** A few of the pages, and what refers to the others mended. */
function reduce(content: Content, count: number): Map<string, string> {
  const all = pagesOf(content);
  const kept = new Set(spread(all, count));
  const ids = new Set([...kept].map((path) => path.replace(/\.mdx$/, "")));
  const [fallback = ""] = ids;
  const shown = new Set(
    [...kept].flatMap((path) =>
      Array.from((content.get(path) ?? "").matchAll(/<Manifest file="([^"]+)"/g), ([, one]) => one),
    ),
  );
  const files = [...content].flatMap(([path, text]): [string, string][] => {
    if (PAGE.test(path) && !kept.has(path)) return [];
    if (path.startsWith("manifests/") && !shown.has(path.slice("manifests/".length))) return [];
    const linked = text
      .replace(/^page: (.+)\n/m, (line, id: string) => (ids.has(id) ? line : ""))
      .replace(/ page="([^"#]+)"/g, (part, id: string) =>
        ids.has(id) ? part : ` page="${fallback}"`,
      );
    return [[path, linked]];
  });
  return new Map(files);
}

/** The copy of a page with the manifests and recordings that it shows, under names of their own. */
function copyPage(content: Content, path: string, copy: number): [string, string][] {
  const names = objectNames(content);
  const joined = names.filter((name) => name.includes("-"));
  const page = path.slice(path.indexOf("/") + 1).replace(/\.mdx$/, "");
  const files: [string, string][] = [];
  let figures = 0;
  const text = renumber(content.get(path) ?? "", joined, copy)
    // In brackets, since `Exit Code:` with a number is another page's message.
    .replace(/^(title: | {2}- message: | {4}message: )(.*?)(["']?)$/gm, `$1$2 (${copy})$3`)
    .replace(/^order: (\d+)$/m, (_line, order: string) => `order: ${Number(order) + copy * 100}`)
    .replace(/\]\((\/(?:guide|troubleshooting|reference|background)\/[\w-]+)\//g, `]($1-${copy}/`)
    .replace(/<Manifest file="([\w-]+)\.yaml"/g, (_tag, file: string) => {
      figures += 1;
      const own = `${file}-${page}-${figures}-${copy}.yaml`;
      files.push([
        `manifests/${own}`,
        renumber(content.get(`manifests/${file}.yaml`) ?? "", names, copy),
      ]);
      return `<Manifest file="${own}"`;
    })
    .replace(/ output="([\w-]+)"/g, (_part, name: string) => {
      const own = `${name}-${copy}`;
      const recording = content.get(`transcripts/${name}.txt`) ?? "";
      files.push([`transcripts/${own}.txt`, renumber(recording, joined, copy)]);
      return ` output="${own}"`;
    });
  return [[path.replace(/\.mdx$/, `-${copy}.mdx`), text], ...files];
}

/**
 * Makes a site of any size out of the guide: some of its pages, or all and numbered copies of
 * them. Each figure of a copied page shows a manifest of its own; the objects of a copy refer to
 * each other. Sections and glossary stay as they are.
 * @param content the guide's own files
 * @param count how many pages, without those that a section starts with
 */
export function makeCorpus(content: Content, count: number): Map<string, string> {
  const pages = pagesOf(content);
  if (count < pages.length) return reduce(content, count);
  const corpus = new Map(content);
  for (let made = pages.length; made < count; made += 1) {
    const path = pages[made % pages.length] ?? "";
    const copies = copyPage(content, path, Math.floor(made / pages.length));
    for (const [name, text] of copies) corpus.set(name, text);
  }
  return corpus;
}

/** How many pages and manifests a site has. */
export function countFiles(content: Content): { pages: number; manifests: number } {
  const manifests = [...content.keys()].filter((path) => path.startsWith("manifests/"));
  return { pages: pagesOf(content).length, manifests: manifests.length };
}
