import type { ApiObject } from "../objects.ts";
import { at, textAt } from "../objects.ts";

/** Finds an object that a container's environment names. */
export type Lookup = (
  kind: "ConfigMap" | "Secret",
  name: string,
  namespace: string,
) => ApiObject | undefined;

interface Variable {
  name: string;
  value?: string;
  valueFrom?: unknown;
}

const SOURCES = [
  { field: "configMapKeyRef", kind: "ConfigMap" },
  { field: "secretKeyRef", kind: "Secret" },
] as const;

/**
 * Reads a value of a ConfigMap or Secret.
 * @param kind which of them it is of
 * @param value the value as the object has it
 * @returns its text
 */
export function decode(kind: "ConfigMap" | "Secret", value: string): string {
  if (kind === "ConfigMap") return value;
  const bytes = Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

/**
 * Replaces the references of environment variables to ConfigMaps and Secrets by their values, as
 * the kubelet does before it creates a container.
 * @param variables the container's `env`
 * @param namespace the Pod's namespace
 * @param lookup finds ConfigMaps and Secrets
 * @returns the variables with values; optional references to what is missing are left out
 * @throws Error in the kubelet's words when an object or a key is missing
 */
export function resolveVariables(
  variables: readonly Variable[],
  namespace: string,
  lookup: Lookup,
): Variable[] {
  return variables.flatMap((variable) => {
    for (const { field, kind } of SOURCES) {
      const name = textAt(variable.valueFrom, field, "name");
      const key = textAt(variable.valueFrom, field, "key");
      if (name === undefined || key === undefined) continue;
      const optional = at(variable.valueFrom, field, "optional") === true;
      const object = lookup(kind, name, namespace);
      const value = textAt(object, "data", key);
      if (value !== undefined) return [{ name: variable.name, value: decode(kind, value) }];
      if (optional) return [];
      throw new Error(
        object === undefined
          ? `${kind.toLowerCase()} "${name}" not found`
          : `couldn't find key ${key} in ${kind} ${namespace}/${name}`,
      );
    }
    return [variable];
  });
}
