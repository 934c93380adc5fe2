import { kubectlVerb } from "../code/effect.ts";
import { simpleCommands } from "../shell/commands.ts";
import { tokenize } from "../shell/lexer.ts";

/** Verbs of kubectl 1.36 that act on objects of a namespace. */
const VERBS = new Set(
  [
    "annotate apply attach autoscale cp create debug delete describe diff edit events exec expose",
    "get label logs patch port-forward replace run scale wait",
  ].flatMap((line) => line.split(" ")),
);
const PAIRS = /^(?:rollout|set|auth can-i|top pods?|apply view-last-applied)\b/;

/** Kinds that live in no namespace, with the short names that `kubectl api-resources` lists. */
const CLUSTER_WIDE = new Set(
  [
    "namespace namespaces ns node nodes no persistentvolume persistentvolumes pv storageclass",
    "storageclasses sc clusterrole clusterroles clusterrolebinding clusterrolebindings crd crds",
    "customresourcedefinition customresourcedefinitions priorityclass priorityclasses pc",
    "ingressclass ingressclasses gatewayclass gatewayclasses gc apiservice apiservices csr",
    "certificatesigningrequest certificatesigningrequests componentstatuses cs runtimeclass",
    "runtimeclasses",
  ].flatMap((line) => line.split(" ")),
);

const SET_ALREADY = /^(?:-A|--all-namespaces(?:=.*)?|-n.*|--namespace(?:=.*)?|--raw(?:=.*)?)$/;

/** Whether a kubectl command takes a namespace and names none yet. */
function takesNamespace(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  const own = end < 0 ? words : words.slice(0, end);
  if (own.some((word) => SET_ALREADY.test(word))) return false;
  const verb = kubectlVerb(own) ?? "";
  if (!VERBS.has(verb) && !PAIRS.test(verb)) return false;
  const behind = own.slice(own.indexOf(verb.split(" ").at(-1) ?? "") + 1);
  // After `can-i` stands a verb, then the kind.
  return !behind
    .filter((word) => !word.startsWith("-"))
    .slice(0, 2)
    .some((word) => word.split(",").every((kind) => CLUSTER_WIDE.has(kind.split("/")[0] ?? "")));
}

/**
 * Finds where a command takes ` -n <namespace>`: behind each `kubectl` that works in a namespace
 * and does not name one.
 * @param text one command
 * @returns indexes into the text, in order; none where the command cannot be read surely
 */
export function namespaceSpots(text: string): number[] {
  const calls = simpleCommands(tokenize(text)).flatMap(({ words, located }) => {
    const at = words.findIndex(({ value }) => value === "kubectl");
    const program = words[at];
    return program ? [{ program, located, words: words.slice(at).map(({ value }) => value) }] : [];
  });
  // Better none than a wrong one.
  const surely = calls.every(
    ({ located, program: { start, end } }) => located && text.slice(start, end) === "kubectl",
  );
  if (!surely) return [];
  return calls
    .filter(({ words }) => takesNamespace(words))
    .map(({ program }) => program.end)
    .sort((a, b) => a - b);
}
