import { commandWords } from "../shell/commands.ts";

/**
 * What a command does to the cluster: only reads it, changes it, deletes from it, runs something
 * inside a container, or leaves the cluster alone (`local`).
 */
export type Effect = "reads" | "changes" | "deletes" | "enters" | "local";

/**
 * Verbs of kubectl by effect, from `kubectl --help` of 1.36. Verbs with subcommands that differ
 * are listed with the subcommand.
 */
const VERBS: Record<Effect, readonly string[]> = {
  reads: [
    "api-resources",
    "api-versions",
    "apply view-last-applied",
    "auth can-i",
    "auth whoami",
    "cluster-info",
    "describe",
    "diff",
    "events",
    "explain",
    "get",
    "logs",
    "port-forward",
    "rollout history",
    "rollout status",
    "top node",
    "top nodes",
    "top pod",
    "top pods",
    "version",
    "wait",
  ],
  changes: [
    "annotate",
    "apply",
    "autoscale",
    "cordon",
    "create",
    "debug",
    "edit",
    "expose",
    "label",
    "patch",
    "replace",
    "rollout pause",
    "rollout restart",
    "rollout resume",
    "rollout undo",
    "run",
    "scale",
    "set env",
    "set image",
    "set resources",
    "taint",
    "uncordon",
  ],
  deletes: ["delete", "drain"],
  enters: ["attach", "cp", "exec"],
  local: [
    "config current-context",
    "config get-contexts",
    "config set-context",
    "config use-context",
    "config view",
    "kustomize",
  ],
};

const EFFECT_OF = new Map(
  Object.entries(VERBS).flatMap(([effect, verbs]) =>
    verbs.map((verb) => [verb, effect as Effect] as const),
  ),
);

/** kubectl's global flags that take a separate value and may stand before the verb. */
const VALUE_FLAGS = new Set(
  [
    "-n --namespace --context --kubeconfig --cluster --user --as --as-group --as-uid -s --server",
    "--token --request-timeout --cache-dir --certificate-authority --client-certificate",
    "--client-key --tls-server-name --username --password -v --v --vmodule --kuberc --profile",
  ].flatMap((line) => line.split(" ")),
);

/** Programs and words of the shell that run the command behind them. */
const WRAPPERS = new Set(
  "sudo env xargs timeout watch time exec command nohup do then else if while until ! {".split(" "),
);

/**
 * The verb of a kubectl command, with its subcommand where there is one.
 * @param words the command's words, the first being `kubectl`
 * @returns for example `get`, `rollout undo`; undefined when the verb is unknown
 */
export function kubectlVerb(words: readonly string[]): string | undefined {
  const found: string[] = [];
  for (let at = 1; at < words.length && found.length < 2; at += 1) {
    const word = words[at] ?? "";
    if (!word.startsWith("-")) found.push(word);
    else if (VALUE_FLAGS.has(word)) at += 1;
  }
  return [found.join(" "), found[0] ?? ""].find((verb) => EFFECT_OF.has(verb));
}

/** From harmless to harmful. */
const SEVERITY: readonly Effect[] = ["local", "reads", "enters", "changes", "deletes"];

/**
 * The effect of several commands together: that of the worst.
 * @param effects what each does; none is `local`
 */
export function worstOf(effects: readonly Effect[]): Effect {
  return SEVERITY.findLast((effect) => effects.includes(effect)) ?? "local";
}

function effectOfWords(part: readonly string[]): Effect {
  const first = part[0] ?? "";
  const wrapped = WRAPPERS.has(first) || /^\w+=/.test(first);
  const words = part.slice(wrapped ? part.indexOf("kubectl") : 0);
  if (words[0] !== "kubectl") return "local";
  const verb = kubectlVerb(words);
  const effect = verb === undefined ? undefined : EFFECT_OF.get(verb);
  if (effect === undefined) {
    throw new Error(`unknown kubectl command "${words.slice(0, 3).join(" ")}"`);
  }
  if (effect !== "changes") return effect;
  // A dry run changes nothing; on the server it still asks the cluster.
  const own = words.includes("--") ? words.slice(0, words.indexOf("--")) : words;
  if (own.includes("--dry-run=client")) return "local";
  return own.includes("--dry-run=server") ? "reads" : effect;
}

/**
 * Computes what a command does to the cluster, from its verbs and `--dry-run`. The parts of a
 * pipeline or list are judged one by one.
 * @param text one command as it is meant to run
 * @returns its effect; another program than kubectl is `local`
 * @throws Error for a kubectl verb that is not known, naming it
 */
export function effectOf(text: string): Effect {
  return worstOf(commandWords(text).map(effectOfWords));
}
