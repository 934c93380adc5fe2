/** A command that the lab's cluster cannot run, and why. */
interface Unrunnable {
  pattern: RegExp;
  /** Completes the sentence "not run, because …". */
  because: string;
}

/** What the engine does not have; a command that needs it is parsed and never counted as run. */
const UNRUNNABLE: readonly Unrunnable[] = [
  { pattern: /^kubectl top\b/, because: "the cluster has no metrics-server" },
  {
    pattern: /^kubectl debug\b|\bapi-server-debug\b/,
    because: "the cluster has no ephemeral containers and no attach",
  },
  {
    pattern: /^kubectl port-forward\b/,
    because: "the cluster in memory does not carry forwarded connections",
  },
  { pattern: /--subresource resize\b/, because: "the cluster does not enforce resources" },
  { pattern: /\/sys\/fs\/cgroup\//, because: "the cluster does not enforce resources" },
  { pattern: /^kubectl logs\b.*-c migrate\b/, because: "the cluster has no init containers" },
  {
    pattern: /\s--(?:server-side|show-managed-fields)\b/,
    because: "the cluster does not record which client owns a field",
  },
  {
    pattern: /^kubectl cp\b|^kubectl exec\b.* -- (?:du|getent)\b/,
    because: "the images are simulated and have few programs",
  },
  { pattern: /\bgatewayclasses\b/, because: "the cluster has no Gateway API" },
];

/**
 * Says whether the lab's cluster can run a command of the site.
 * @param command the command's text
 * @returns why it cannot, as the end of "not run, because …"; undefined when it can
 */
export function whyNotRun(command: string): string | undefined {
  return UNRUNNABLE.find(({ pattern }) => pattern.test(command))?.because;
}
