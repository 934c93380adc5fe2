import type { MdxJsxFlowElement, MdxJsxTextElement } from "satteri";
import { ContentError } from "../content/content-error.ts";
import { attributesOf, componentsFor } from "./registry.ts";

/**
 * Checks the name and the attributes of a component that a writer used; its values are checked
 * where it is rendered.
 * @param kind the page's kind, on which its components depend
 * @param from where it is, as `file:line`
 * @throws ContentError for an unknown component, and for an attribute that is unknown, missing,
 *   empty, or code in braces
 */
export function checkComponent(
  { name, attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  kind: "pages" | "starts",
  from: string,
): void {
  const fail = (what: string, hint: string): never => {
    throw new ContentError(what, from, hint);
  };
  const known = componentsFor(kind);
  if (!name || !known.includes(name)) {
    const hint = `put a placeholder in backticks; components are ${known.join(", ")}`;
    return fail(`the unknown component <${name ?? ""}>`, hint);
  }
  const { needs, takes } = attributesOf(name);
  const values = new Map<string, string>();
  for (const attribute of attributes) {
    if (attribute.type !== "mdxJsxAttribute" || typeof attribute.value === "object") {
      if (attribute.type === "mdxJsxAttribute" && attribute.value === null) continue;
      return fail(`<${name}> with code in braces`, 'write its attributes as name="…"');
    }
    if (!needs.includes(attribute.name) && !takes.includes(attribute.name)) {
      const hint = `it takes ${[...needs, ...takes].join(", ") || "no attributes"}`;
      return fail(`<${name}> with the unknown attribute "${attribute.name}"`, hint);
    }
    values.set(attribute.name, attribute.value ?? "");
  }
  const missing = needs.find((need) => !values.get(need)?.trim());
  if (missing === undefined) return;
  const usage = needs.map((need) => `${need}="…"`).join(" ");
  fail(`<${name}> without "${missing}"`, `write <${name} ${usage}>`);
}
