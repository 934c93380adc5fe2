import { defineHastPlugin } from "satteri";

interface AstroData {
  frontmatter?: { order?: number };
}

/**
 * A Sätteri HAST plugin: gives each `h2` of a page its number, `3.1` for the first of the third
 * page, as `data-number`. Sections that are not numbered hide it in the styles.
 */
export const numberedHeadings = () => {
  let count = 0;
  return defineHastPlugin({
    name: "numbered-headings",
    element: {
      filter: ["h2"],
      visit(node, ctx) {
        count += 1;
        const { frontmatter } = (ctx.data as { astro?: AstroData }).astro ?? {};
        ctx.setProperty(node, "data-number", `${frontmatter?.order ?? 0}.${count}`);
      },
    },
  });
};
