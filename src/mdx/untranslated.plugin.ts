import { defineHastPlugin } from "satteri";

/** A Sätteri HAST plugin: keeps inline code from translators of pages, which not all skip it. */
export const untranslatedCode = () =>
  defineHastPlugin({
    name: "untranslated-code",
    element: {
      filter: ["code", "kbd", "samp", "var"],
      visit(node, ctx) {
        ctx.setProperty(node, "translate", "no");
      },
    },
  });
