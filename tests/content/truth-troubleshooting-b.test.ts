import { truthTable } from "./truth.ts";

const symptom = (name: string) => `troubleshooting/${name}`;

truthTable([
  {
    row: "255 is a file that could not be run",
    page: symptom("exit-codes"),
    says: [
      "255 is not a signal. If the log is one line that begins with exec",
      "Older nodes report 1 for that",
      "255 A file that could not be run",
      "128 With StartError",
      "130 SIGINT",
    ],
    not: ["255 is not a signal: mostly a program that ended with -1"],
  },
  {
    row: "255 is a file that could not be run",
    page: "reference/statuses-and-exit-codes",
    says: ["A log of one exec line: the file could not be run"],
    not: ["255 Your program with -1."],
  },
  {
    row: "255 is a file that could not be run",
    page: symptom("crashloopbackoff"),
    says: ["126, 127, 255, StartError"],
  },
  {
    row: "255 is a file that could not be run",
    page: symptom("runcontainererror"),
    says: ["with exit code 255, or 1 on older nodes"],
  },
  {
    row: "not every other taint is a reservation",
    page: symptom("pending"),
    says: [
      "ToBeDeletedByClusterAutoscaler, karpenter.sh/disrupted The node is off, or about to go",
      "One that your team has documented Reserved",
      "Tolerate no other key",
    ],
    not: ["Any other Reserved by your platform team"],
  },
  {
    row: "what the scheduler says about volumes and ports",
    page: symptom("pending"),
    says: [
      "didn't find available persistent volumes to bind",
      "binding volumes: and timed out",
      "exceed max volume count",
      "bound to non-existent pv(s)",
      "didn't have free ports comes with hostPort",
      "There is a Pod and no event",
    ],
  },
  {
    row: "a Role counts in one namespace",
    page: symptom("forbidden"),
    says: [
      "A RoleBinding grants one namespace, even when it names a ClusterRole",
      "needs a ClusterRole and a ClusterRoleBinding",
    ],
    not: ["Check these four"],
  },
  {
    row: "a policy says denied request",
    page: symptom("forbidden"),
    says: ["ValidatingAdmissionPolicy with denied request", "may begin with is invalid"],
  },
  {
    row: "a policy says denied request",
    page: symptom("rollout-does-not-finish"),
    says: ["denied the request or denied request"],
  },
  {
    row: "a policy says denied request",
    page: symptom("apply-errors"),
    says: ["denied the request, denied request"],
  },
  {
    row: "a disk that is not mounted need not be attached elsewhere",
    page: symptom("containercreating"),
    says: [
      "FailedMount of a disk, VolumePermissionChangeInProgress The disk cannot be mounted",
      "not found in the list of registered CSI drivers The storage driver does not run",
      "mount failed: exit status 32",
      "fsGroupChangePolicy: OnRootMismatch",
    ],
    not: ["FailedAttachVolume, or FailedMount of a disk"],
  },
  {
    row: "Completed of a Job is a success",
    page: "troubleshooting",
    says: [
      "Under a Deployment, Error and Completed are the same",
      "Completed is a success, Error a failed try",
    ],
  },
  {
    row: "kubectl wait changes nothing, and Available is true during a rollout",
    page: "reference/kubectl-cheat-sheet",
    says: ["kubectl wait --for=condition=Ready pod/<pod-name>", "in scripts too"],
    not: ["condition=Available"],
  },
  {
    row: "a drain evicts too",
    page: "glossary/eviction",
    says: ["A drain evicts too, but keeps to grace periods and disruption budgets"],
    not: ["The removal of a Pod from a node that runs short"],
  },
  {
    row: "a drain evicts too",
    page: symptom("evicted"),
    says: ["Unlike a drain, the kubelet ignores the PodDisruptionBudget"],
    not: ["An eviction heeds no"],
  },
  {
    row: "a migration belongs in a Job",
    page: "glossary/init-container",
    says: ["for example to fetch a file"],
    not: ["migrate a database"],
  },
  {
    row: "a Pod may have a CPU limit of its own",
    page: symptom("cpu-throttling"),
    says: ["A Pod can have a limit of its own, for all its containers together", ".spec.resources"],
  },
  {
    row: "process IDs run out, and a full volume is no eviction",
    page: symptom("evicted"),
    says: [
      "The node was low on resource: pids.",
      "[PIDPressure] The node's process IDs",
      "The app logs No space left on device, and nothing is evicted",
    ],
  },
  {
    row: "other words that search knows have an answer",
    page: symptom("connection-refused"),
    says: ["no healthy upstream often means no ready Pod", "connection reset by peer"],
  },
  {
    row: "other words that search knows have an answer",
    page: symptom("runcontainererror"),
    says: ["the reason is ContainerCannotRun"],
  },
  {
    row: "other words that search knows have an answer",
    page: symptom("dns-name-not-found"),
    says: ["BusyBox's bad address", "in Go server misbehaving"],
  },
  {
    row: "other words that search knows have an answer",
    page: symptom("rollout-does-not-finish"),
    says: ["helm upgrade --wait"],
  },
  {
    row: "nobody is evicted for CPU",
    page: "glossary/request",
    says: ["If that is memory and the node runs short of it, its Pod is evicted earlier"],
    not: ["but then its Pod is evicted earlier"],
  },
]);
