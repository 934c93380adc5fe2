import { fieldsOf } from "../schema.ts";

/** A definition on the way from an object's root to a field. */
export interface Ancestor {
  definition: string;
  /** Its path in the object. */
  path: string;
}

/** Names that so many definitions have that finding one of them says nothing. */
const common = new Set(["key", "kind", "name", "path", "port", "spec", "type", "value"]);
/** How many levels below an ancestor a field is looked for. */
const depth = 5;

const join = (path: string, field: string) => (path ? `${path}.${field}` : field);

/** The places below a definition that have the field, nearest first. */
function placeBelow({ definition, path }: Ancestor, field: string): string | undefined {
  let level: Ancestor[] = [{ definition, path }];
  const seen = new Set<string>();
  for (let step = 0; step <= depth && level.length > 0; step += 1) {
    const found = level.find((one) => Object.hasOwn(fieldsOf(one.definition), field));
    if (found) return found.path;
    level = level.flatMap((one) => below(one)).filter((one) => !seen.has(one.definition));
    for (const one of level) seen.add(one.definition);
  }
  return undefined;
}

function below({ definition, path }: Ancestor): Ancestor[] {
  return Object.entries(fieldsOf(definition)).flatMap(([field, type]) => {
    const [, list, inner] = /^!?(\[\])?@(.+)$/.exec(type) ?? [];
    if (inner === undefined || field === "initContainers") return [];
    return { definition: inner, path: join(path, `${field}${list ?? ""}`) };
  });
}

/**
 * Where a field belongs that is at the wrong place.
 * @param ancestors from the root to the definition that has no such field
 * @returns the path of the map that it belongs in; undefined when no place near has it
 */
export function homeOf(ancestors: readonly Ancestor[], field: string): string | undefined {
  if (common.has(field)) return undefined;
  for (const ancestor of ancestors.toReversed()) {
    const found = placeBelow(ancestor, field);
    if (found !== undefined) return found;
  }
  return undefined;
}
