/**
 * What a command does to the cluster: only reads it, changes it, deletes from it, runs something
 * inside a container, or leaves the cluster alone (`local`).
 */
export type Effect = "reads" | "changes" | "deletes" | "enters" | "local";

/**
 * Whether a command works in a namespace, and which of its arguments decides that:
 * - `none`: it does not, or its objects are in no namespace;
 * - `any`: it does, whatever its arguments are;
 * - `type`: the first argument is a kind, or all are `kind/name`;
 * - `pod`: the first argument is the name of a Pod, or `kind/name`;
 * - `second`: the second argument is a kind.
 */
type Scope = "none" | "any" | "type" | "pod" | "second";

/** A command of kubectl. */
export interface KubectlVerb {
  effect: Effect;
  scope: Scope;
  /** Why the cluster in memory cannot run it: completes the sentence "not run, because …". */
  unrunnable?: string;
}

const NO_ATTACH = "the cluster has no ephemeral containers and no attach";
const NO_METRICS = "the cluster has no metrics-server";

/**
 * Every command of kubectl 1.36, with its subcommand where there is one, in the order of
 * `kubectl --help`. What only groups subcommands, such as `rollout`, is no command.
 */
const VERBS: Record<string, KubectlVerb> = {
  create: { effect: "changes", scope: "type" },
  expose: { effect: "changes", scope: "type" },
  run: { effect: "changes", scope: "any" },
  "set env": { effect: "changes", scope: "type" },
  "set image": { effect: "changes", scope: "type" },
  "set resources": { effect: "changes", scope: "type" },
  "set selector": { effect: "changes", scope: "type" },
  "set serviceaccount": { effect: "changes", scope: "type" },
  "set subject": { effect: "changes", scope: "type" },
  explain: { effect: "reads", scope: "none" },
  get: { effect: "reads", scope: "type" },
  edit: { effect: "changes", scope: "type" },
  delete: { effect: "deletes", scope: "type" },
  "rollout history": { effect: "reads", scope: "type" },
  "rollout pause": { effect: "changes", scope: "type" },
  "rollout restart": { effect: "changes", scope: "type" },
  "rollout resume": { effect: "changes", scope: "type" },
  "rollout status": { effect: "reads", scope: "type" },
  "rollout undo": { effect: "changes", scope: "type" },
  scale: { effect: "changes", scope: "type" },
  autoscale: { effect: "changes", scope: "type" },
  "certificate approve": { effect: "changes", scope: "none" },
  "certificate deny": { effect: "changes", scope: "none" },
  "cluster-info": { effect: "reads", scope: "none" },
  "cluster-info dump": { effect: "reads", scope: "any" },
  "top node": { effect: "reads", scope: "none", unrunnable: NO_METRICS },
  "top pod": { effect: "reads", scope: "any", unrunnable: NO_METRICS },
  cordon: { effect: "changes", scope: "none" },
  uncordon: { effect: "changes", scope: "none" },
  drain: { effect: "deletes", scope: "none" },
  taint: { effect: "changes", scope: "none" },
  describe: { effect: "reads", scope: "type" },
  logs: { effect: "reads", scope: "pod" },
  attach: { effect: "enters", scope: "pod", unrunnable: NO_ATTACH },
  exec: { effect: "enters", scope: "pod" },
  "port-forward": {
    effect: "reads",
    scope: "pod",
    unrunnable: "the cluster in memory does not carry forwarded connections",
  },
  proxy: { effect: "reads", scope: "none", unrunnable: "it runs until it is stopped" },
  cp: {
    effect: "enters",
    scope: "any",
    unrunnable: "the images are simulated and have few programs",
  },
  "auth can-i": { effect: "reads", scope: "second" },
  "auth reconcile": { effect: "changes", scope: "any" },
  "auth whoami": { effect: "reads", scope: "none" },
  debug: { effect: "changes", scope: "pod", unrunnable: NO_ATTACH },
  events: { effect: "reads", scope: "any" },
  diff: { effect: "reads", scope: "any" },
  apply: { effect: "changes", scope: "any" },
  "apply edit-last-applied": { effect: "changes", scope: "type" },
  "apply set-last-applied": { effect: "changes", scope: "any" },
  "apply view-last-applied": { effect: "reads", scope: "type" },
  patch: { effect: "changes", scope: "type" },
  replace: { effect: "changes", scope: "any" },
  wait: { effect: "reads", scope: "type" },
  kustomize: { effect: "local", scope: "none" },
  label: { effect: "changes", scope: "type" },
  annotate: { effect: "changes", scope: "type" },
  completion: { effect: "local", scope: "none" },
  "api-resources": { effect: "reads", scope: "none" },
  "api-versions": { effect: "reads", scope: "none" },
  "config current-context": { effect: "local", scope: "none" },
  "config delete-cluster": { effect: "local", scope: "none" },
  "config delete-context": { effect: "local", scope: "none" },
  "config delete-user": { effect: "local", scope: "none" },
  "config get-clusters": { effect: "local", scope: "none" },
  "config get-contexts": { effect: "local", scope: "none" },
  "config get-users": { effect: "local", scope: "none" },
  "config rename-context": { effect: "local", scope: "none" },
  "config set": { effect: "local", scope: "none" },
  "config set-cluster": { effect: "local", scope: "none" },
  "config set-context": { effect: "local", scope: "none" },
  "config set-credentials": { effect: "local", scope: "none" },
  "config unset": { effect: "local", scope: "none" },
  "config use-context": { effect: "local", scope: "none" },
  "config view": { effect: "local", scope: "none" },
  "kuberc set": { effect: "local", scope: "none" },
  "kuberc view": { effect: "local", scope: "none" },
  "plugin list": { effect: "local", scope: "none" },
  version: { effect: "reads", scope: "none" },
  options: { effect: "local", scope: "none" },
};

/** Other names that kubectl accepts, from the "Aliases" of its help. */
const ALIASES: Record<string, string> = {
  "config use": "config use-context",
  "set sa": "set serviceaccount",
  "top no": "top node",
  "top nodes": "top node",
  "top po": "top pod",
  "top pods": "top pod",
};

/** Commands by name, for example `get` and `rollout undo`. */
export const verbs: ReadonlyMap<string, KubectlVerb> = new Map(Object.entries(VERBS));

/** First words of commands that need a second word, for example `rollout`. */
export const verbGroups: ReadonlySet<string> = new Set(
  [...verbs.keys()].flatMap((name) => {
    const [group = "", subcommand] = name.split(" ");
    return subcommand === undefined || verbs.has(group) ? [] : [group];
  }),
);

/**
 * Finds the command that some words name.
 * @param words the arguments of kubectl without flags; what follows the command does not matter
 * @returns its name in the table, and the number of words that make it up
 */
export function findVerb(words: readonly string[]): { name: string; length: number } | undefined {
  for (const length of [2, 1]) {
    if (words.length < length) continue;
    const typed = words.slice(0, length).join(" ");
    const name = Object.hasOwn(ALIASES, typed) ? ALIASES[typed] : typed;
    if (name !== undefined && verbs.has(name)) return { name, length };
  }
  return undefined;
}
