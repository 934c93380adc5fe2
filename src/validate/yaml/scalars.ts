const bools: ReadonlyMap<string, boolean> = new Map(
  [["y yes on true", true] as const, ["n no off false", false] as const].flatMap(([words, value]) =>
    words
      .split(" ")
      .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()])
      .map((word) => [word, value] as const),
  ),
);
const nulls = new Set(["", "~", "null", "Null", "NULL"]);
const integer = /^[-+]?(?:0[xX][\da-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|0|[1-9]\d*)$/;
const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const special = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

function toInteger(text: string): number {
  const sign = text.startsWith("-") ? -1 : 1;
  const digits = text.replace(/^[-+]/, "").toLowerCase();
  const octal = /^0o?([0-7]+)$/.exec(digits);
  return sign * (octal ? parseInt(octal[1] ?? "", 8) : Number(digits));
}

/**
 * Reads an unquoted value as kubectl does: YAML 1.1 without dates and base 60, so that
 * `yes` is true and `010` is eight.
 * @param text the value as written
 * @returns the value that Kubernetes receives
 */
export function resolvePlain(text: string): string | number | boolean | null {
  if (nulls.has(text)) return null;
  const bool = bools.get(text);
  if (bool !== undefined) return bool;
  if (special.test(text)) return text.includes("n") || text.includes("N") ? NaN : Infinity;
  const digits = text.replaceAll("_", "");
  if (!/^[-+.\d]/.test(text)) return text;
  if (integer.test(digits)) return toInteger(digits);
  if (float.test(digits)) return Number(digits);
  return text;
}

/**
 * Applies a tag such as `!!str`.
 * @returns the value, or undefined when the tag is not one that JSON has
 */
export function resolveTag(
  tag: string,
  text: string,
): string | number | boolean | null | undefined {
  if (tag === "tag:yaml.org,2002:str" || tag === "!") return text;
  const value = resolvePlain(text);
  const type = value === null ? "null" : typeof value;
  const wanted = { bool: "boolean", int: "number", float: "number", null: "null" }[
    tag.replace("tag:yaml.org,2002:", "")
  ];
  return wanted === type ? value : undefined;
}
