import data from "./schema.json" with { type: "json" };

/**
 * The fields of every kind of the API server, in the notation of schema.json. A type is
 * `s` string, `i` whole number, `b` true or false, `q` quantity, `x` whole number or string,
 * `t` RFC 3339 time, `*` anything, `e:A|B` one of these strings, `n:1|2` one of these numbers,
 * `@Name` a definition, `[]T` a list of T, `{}T` a map from strings to T; `!` before it: required.
 */
export interface Schema {
  /** Minor version of Kubernetes, such as 1.36. */
  version: string;
  /** `apps/v1/Deployment` to the name of its definition. */
  kinds: Record<string, string>;
  /** Definition to field to type. */
  defs: Record<string, Record<string, string>>;
}

export const schema: Schema = data;

/** The fields of a definition, with their types. */
export function fieldsOf(definition: string): Readonly<Record<string, string>> {
  return schema.defs[definition] ?? {};
}

/** The type of a field without its required mark; undefined when there is no such field. */
export function typeOf(definition: string, field: string): string | undefined {
  const fields = fieldsOf(definition);
  return Object.hasOwn(fields, field) ? fields[field]?.replace(/^!/, "") : undefined;
}

/** The definition that a type refers to; undefined when it refers to none. */
export function definitionOf(type: string): string | undefined {
  return type.startsWith("@") ? type.slice(1) : undefined;
}

/** A place in a kind, found by its path. */
export interface FieldLocation {
  /** The definition that has the field. */
  owner: string;
  /** Name of the field. */
  field: string;
  /** Type of the value at the path, without the required mark. */
  type: string;
  /** Whether the field must be set. */
  required: boolean;
  /** The path as `kubectl explain` takes it after the kind: without list indexes and map keys. */
  explain: string[];
}

const steps = /([^.[\]]+)|\[(\d*)\]/g;

/**
 * Follows a path from a definition.
 * @param definition where the path starts
 * @param path keys joined by dots, list items as `[0]` or `[]`: `spec.containers[].resources`
 * @returns the place, or the step that does not exist and the names that do
 */
export function locate(
  definition: string,
  path: string,
): FieldLocation | { missing: string; known: string[] } {
  let type = `@${definition}`;
  let place: FieldLocation | undefined;
  for (const [step, name] of path.matchAll(steps)) {
    if (type.startsWith("[]") && name === undefined) type = type.slice(2);
    else if (type.startsWith("{}") && name !== undefined) {
      type = type.slice(2);
      // A key of a map may contain dots: the rest of the path belongs to it.
      if (place && !/^[@[{]/.test(type)) return { ...place, type };
    } else {
      const owner = definitionOf(type) ?? "";
      const found = name === undefined ? undefined : typeOf(owner, name);
      if (found === undefined || name === undefined) {
        return { missing: step, known: Object.keys(fieldsOf(owner)) };
      }
      const required = fieldsOf(owner)[name]?.startsWith("!") ?? false;
      place = {
        owner,
        field: name,
        type: found,
        required,
        explain: [...(place?.explain ?? []), name],
      };
      type = found;
    }
    if (place) place = { ...place, type };
  }
  return place ?? { missing: path, known: Object.keys(fieldsOf(definition)) };
}
