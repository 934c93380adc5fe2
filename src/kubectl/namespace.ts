import { flagValue, parseCall, type ParsedCall } from "./arguments.ts";
import { kubectlCalls } from "./calls.ts";
import { isClusterWide } from "./kinds.ts";
import { verbs } from "./verbs.ts";

/** The kind in `kind/name`; what has a `=` or a `-` at its end is a label or an annotation. */
const kindsIn = (operands: readonly string[]) =>
  operands.flatMap((operand) =>
    operand.includes("/") && !/=|-$/.test(operand) ? [operand.split("/")[0] ?? ""] : [],
  );

/** The kinds that a command names; none where it names a file, a Pod, or nothing. */
function kindsOf({ verb, operands }: ParsedCall): string[] {
  const [first = "", second = ""] = operands;
  switch (verbs.get(verb ?? "")?.scope) {
    case "type":
      if (first.includes("/")) return kindsIn(operands);
      return first === "" ? [] : first.split(",");
    case "pod":
      return kindsIn([first]);
    case "second":
      return second === "" ? [] : [second.split("/")[0] ?? ""];
    default:
      return [];
  }
}

/** Whether a kubectl command works in a namespace and names none yet. */
function takesNamespace(words: readonly string[]): boolean {
  const call = parseCall(words);
  if ((verbs.get(call.verb ?? "")?.scope ?? "none") === "none") return false;
  const given = ["namespace", "all-namespaces", "raw"];
  if (given.some((name) => flagValue(call, name) !== undefined)) return false;
  const kinds = kindsOf(call);
  return kinds.length === 0 || !kinds.every(isClusterWide);
}

/**
 * Finds where a command takes ` -n <namespace>`: after each `kubectl` that works in a namespace and
 * does not name one.
 * @param text one command
 * @returns indexes into the text, in order; none where one of its calls cannot be written to, since
 *   a command must not work in two namespaces
 */
export function namespaceSpots(text: string): number[] {
  const spots: number[] = [];
  for (const { words, program } of kubectlCalls(text)) {
    if (!program || text.slice(program.start, program.end) !== "kubectl") return [];
    if (takesNamespace(words)) spots.push(program.end);
  }
  return spots.sort((a, b) => a - b);
}
