import { parseQuantity, quantityHint } from "./quantity.ts";
import { placeholderHint } from "../placeholders.ts";
import { didYouMean } from "../suggest.ts";
import { valueOf, type Node, type Report, type ScalarNode } from "../tree.ts";

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$/;

/** A value in words, for a message. */
export function describe(node: Node): string {
  if (node.kind === "map") return "a map";
  if (node.kind === "seq") return "a list";
  if (node.value === null) return "empty";
  if (typeof node.value === "string") return `the string "${short(node.value)}"`;
  return typeof node.value === "number" ? `the number ${node.text}` : `${node.value}`;
}

function short(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > 40 || line !== text ? `${line.slice(0, 40)}…` : line;
}

function wrong(node: Node, wanted: string, report: Report, hint?: string): void {
  const placeholder = node.kind === "scalar" ? placeholderHint(node.text) : undefined;
  report(valueOf(node), `must be ${wanted}, not ${describe(node)}`, placeholder ?? hint);
}

function checkString(node: ScalarNode, report: Report): void {
  if (typeof node.value === "string") return;
  const meaning =
    typeof node.value === "boolean" && node.text !== String(node.value)
      ? `YAML reads ${node.text} as ${node.value}: `
      : "";
  wrong(node, "a string", report, `${meaning}quote it: "${node.text}"`);
}

function checkInteger(node: ScalarNode, report: Report): void {
  if (typeof node.value === "number" && Number.isInteger(node.value)) return;
  const quoted = typeof node.value === "string" && /^[-+]?\d+$/.test(node.value);
  wrong(node, "a whole number", report, quoted ? `write ${node.value} without quotes` : undefined);
}

function checkBoolean(node: ScalarNode, report: Report): void {
  if (typeof node.value === "boolean") return;
  const quoted = node.value === "true" || node.value === "false";
  wrong(node, "true or false", report, quoted ? `write ${node.value} without quotes` : undefined);
}

function checkEnum(node: ScalarNode, values: string[], report: Report): void {
  if (values.includes(String(node.value)) && typeof node.value === "string") return;
  const known = values.filter((value) => value !== "");
  const list = known.length > 12 ? `${known.slice(0, 12).join(", ")} …` : known.join(", ");
  const hint = placeholderHint(node.text) ?? didYouMean(node.text, known);
  const message = known.length === 1 ? `must be ${list}` : `must be one of ${list}`;
  report(valueOf(node), `${message}, not "${short(node.text)}"`, hint);
}

function checkQuantity(node: ScalarNode, report: Report): void {
  const { value } = node;
  if (typeof value === "boolean" || value === null) wrong(node, "a quantity", report);
  else if (parseQuantity(value) === undefined) {
    const message = `"${short(String(value))}" is not a quantity`;
    const hint = placeholderHint(String(value)) ?? quantityHint(String(value));
    report(valueOf(node), message, hint);
  }
}

/**
 * Checks a value that is neither a map nor a list against its type.
 * @param type in the notation of schema.ts
 */
export function checkScalar(node: ScalarNode, type: string, report: Report): void {
  const [form = "", ...rest] = type.split(":");
  if (form === "s") checkString(node, report);
  else if (form === "i") checkInteger(node, report);
  else if (form === "b") checkBoolean(node, report);
  else if (form === "q") checkQuantity(node, report);
  else if (form === "e") checkEnum(node, rest.join(":").split("|"), report);
  else if (form === "n") {
    const values = rest.join(":").split("|");
    if (typeof node.value !== "number" || !values.includes(String(node.value))) {
      wrong(node, `one of the numbers ${values.join(", ")}`, report);
    }
  } else if (form === "x") {
    if (
      typeof node.value === "boolean" ||
      (typeof node.value === "number" && !Number.isInteger(node.value))
    ) {
      wrong(node, "a whole number or a string", report);
    }
  } else if (form === "t" && (typeof node.value !== "string" || !time.test(node.value))) {
    wrong(node, "a time such as 2026-01-31T12:00:00Z", report);
  }
}

/** A type in words, for a reader. */
export function typeInWords(type: string): string {
  if (type.startsWith("[]")) return `list of ${typeInWords(type.slice(2))}`;
  if (type.startsWith("{}")) return `map of ${typeInWords(type.slice(2))}`;
  if (type.startsWith("@")) return type.slice(1).replace(/^.*\./, "");
  if (/^[en]:/.test(type)) return type.slice(2).split("|").filter(Boolean).join(" | ");
  const words: Record<string, string> = {
    s: "string",
    i: "whole number",
    b: "true or false",
    q: "quantity",
    x: "whole number or string",
    t: "time",
  };
  return words[type] ?? "anything";
}
