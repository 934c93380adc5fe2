import { join } from "node:path";
import type { Descriptions } from "../validate/explain.ts";
import { fieldsOf, schema } from "../validate/schema.ts";
import { readDeclared, type Declared } from "./declared.ts";

/** The package that declares a kind, such as apps/v1/Deployment. */
const packageOf = (kind: string) =>
  kind.startsWith("gateway.") ? "@kubernetes-models/gateway-api" : "kubernetes-models";

/**
 * Reads the texts of the Kubernetes API from the packages that declare it: they are other
 * people's, so the repository has no copy. schema.json says which definitions there are; the
 * compiler, which finds them too (npm run schema), takes twenty times as long.
 * @param root the folder that contains node_modules
 * @throws Error when a declaration is not where schema.json has it
 */
export function readDescriptions(root: string): Descriptions {
  const modules = join(root, "node_modules");
  const descriptions: Record<string, Record<string, string>> = {};

  function define(definition: string, { text, members }: Declared): void {
    const texts: Record<string, string> = { "": text };
    descriptions[definition] = texts;
    for (const [field, type] of Object.entries(fieldsOf(definition))) {
      const member = members.get(field);
      if (!member) throw new Error(`${definition} has no ${field} in its declaration`);
      if (member.text) texts[field] = member.text;
      const next = /@(.+)/.exec(type)?.[1];
      if (next === undefined || next in descriptions) continue;
      if (member.file) define(next, readDeclared(member.file, modules));
      else define(next, { ...member, text: "" });
    }
  }

  for (const [kind, definition] of Object.entries(schema.kinds)) {
    define(definition, readDeclared(join(modules, packageOf(kind), `${kind}.d.ts`), modules));
  }
  return descriptions;
}
