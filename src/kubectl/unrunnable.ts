import { flagValue, isOn, parseCall, type ParsedCall } from "./arguments.ts";
import { kubectlCalls } from "./calls.ts";
import { findKind } from "./kinds.ts";
import { verbs } from "./verbs.ts";

const NO_LIMITS = "the cluster does not enforce resources";
const NO_OWNERS = "the cluster does not record which client owns a field";

/** Programs that pages run and simulated images lack. */
const PROGRAMS = new Set(["df", "du", "getent", "grep", "id", "ls"]);

/** What the cluster in memory lacks, beside whole commands: a command that needs it is not run. */
const LACKS: readonly [because: string, needs: (call: ParsedCall) => boolean][] = [
  [NO_LIMITS, (call) => flagValue(call, "subresource") === "resize"],
  [NO_LIMITS, ({ command }) => command.some((word) => word.includes("/sys/fs/cgroup/"))],
  [
    "the cluster has no init containers",
    (call) => call.verb === "logs" && flagValue(call, "container") === "migrate",
  ],
  [NO_OWNERS, (call) => isOn(call, "server-side") || isOn(call, "show-managed-fields")],
  [
    "the images are simulated and have few programs",
    ({ verb, command: [program = ""] }) => verb === "exec" && PROGRAMS.has(program),
  ],
  [
    "the simulated containers write no files",
    ({ verb, command }) => verb === "exec" && command.some((word) => word.startsWith("/tmp/")),
  ],
  [
    "the cluster has no API but its own",
    ({ operands: [kind = ""] }) => findKind(kind)?.group === "apiregistration.k8s.io",
  ],
  [
    "the cluster has no storage",
    ({ operands: [kind = ""] }) => findKind(kind)?.group === "storage.k8s.io",
  ],
  [
    "the cluster does not queue requests",
    ({ operands: [kind = ""] }) => findKind(kind)?.group === "flowcontrol.apiserver.k8s.io",
  ],
  [
    "the cluster has no checks of its own health",
    (call) => flagValue(call, "raw")?.startsWith("/readyz") ?? false,
  ],
  [
    "the cluster has no Gateway API",
    ({ operands: [kind = ""] }) => findKind(kind)?.group === "gateway.networking.k8s.io",
  ],
  [
    // The Pod that `kubectl debug --copy-to` would have made.
    verbs.get("debug")?.unrunnable ?? "",
    ({ operands }) => operands.includes("api-server-debug"),
  ],
];

function whyNot(call: ParsedCall): string | undefined {
  const { unrunnable } = verbs.get(call.verb ?? "") ?? {};
  return unrunnable ?? LACKS.find(([, needs]) => needs(call))?.[0];
}

/**
 * Decides whether the cluster in memory can run a command of the site.
 * @returns why it cannot, as the end of "not run, because …"; undefined when it can
 */
export function whyNotRun(command: string): string | undefined {
  return kubectlCalls(command)
    .map(({ words }) => whyNot(parseCall(words)))
    .find((because) => because !== undefined);
}
