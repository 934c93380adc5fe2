/** Flags that take no value, or one behind `=` only, from the help of every command of 1.36. */
const SWITCHES = new Set(
  [
    "all all-containers all-namespaces all-pods allow-missing-template-keys append-hash",
    "append-server-path arguments-only as-current-user attach cached cascade client containers",
    "create-annotation current delete-emptydir-data disable-compression disable-eviction",
    "disable-filter dry-run edit embed-certs enable-alpha-plugins enable-helm",
    "exec-provide-cluster-info expose flatten follow force force-conflicts global-default",
    "helm-debug help ignore-daemonsets ignore-errors ignore-not-found insecure-skip-tls-verify",
    "insecure-skip-tls-verify-backend interactive keep-annotations keep-init-containers keep-labels",
    "keep-liveness keep-readiness keep-startup leave-stdin-open list local match-server-version",
    "merge minify name-only namespaced network no-headers no-preserve now openapi-patch",
    "output-patch output-watch-events overwrite prefix previous privileged prune quiet recursive",
    "remove-extra-permissions remove-extra-subjects replace resolve rm same-node save-config",
    "server-print server-side set-raw-bytes share-processes show-capacity show-events show-kind",
    "show-labels show-managed-fields show-secrets show-swap stdin sum timestamps tty",
    "use-protocol-buffers validate wait warnings-as-errors watch watch-only windows-line-endings",
  ].flatMap((line) => line.split(" ")),
);

/** Flags that take a value with some commands only: those where they differ from `SWITCHES`. */
const EXCEPTIONS: Record<string, Record<string, boolean>> = {
  "config view": { raw: false },
  run: { command: false },
  "set env": { containers: true, prefix: true },
  "set resources": { containers: true },
};

/** Long names by letter. */
const LETTERS: Record<string, string> = {
  A: "all-namespaces",
  L: "label-columns",
  P: "www-prefix",
  R: "recursive",
  c: "container",
  e: "env",
  f: "filename",
  h: "help",
  i: "stdin",
  k: "kustomize",
  l: "selector",
  n: "namespace",
  o: "output",
  p: "patch",
  q: "quiet",
  r: "replicas",
  s: "server",
  t: "tty",
  u: "unix-socket",
  v: "v",
  w: "watch",
};

/** Letters that mean something else with some commands. */
const OTHER_LETTERS: Record<string, Record<string, string>> = {
  delete: { i: "interactive" },
  expose: { l: "labels" },
  logs: { f: "follow", p: "previous" },
  proxy: { p: "port", w: "www" },
  run: { l: "labels" },
  "set env": { c: "containers" },
  "set resources": { c: "containers" },
};

/**
 * Whether a flag is followed by its value as a word of its own.
 * @param name its long name
 * @param verb the command; undefined while that is not known
 */
export function takesValue(name: string, verb: string | undefined): boolean {
  return EXCEPTIONS[verb ?? ""]?.[name] ?? !SWITCHES.has(name);
}

/**
 * The long name of a flag that is written as one letter.
 * @returns undefined for a letter that kubectl does not know
 */
export function longName(letter: string, verb: string | undefined): string | undefined {
  return OTHER_LETTERS[verb ?? ""]?.[letter] ?? LETTERS[letter];
}
