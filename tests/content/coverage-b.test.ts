import { expect, it } from "vitest";
import { parsePage } from "../../src/content/pages.ts";
import { coverageTable, lacks } from "./coverage.ts";

coverageTable([
  {
    at: "troubleshooting/job-fails#find-the-cause",
    messages: ["timed out waiting for the condition on jobs/…"],
    says: ["is never tried again", "status.conditions[*].message"],
  },
  {
    at: "troubleshooting/job-fails#each-try-fails",
    messages: ["BackoffLimitExceeded", "Job has reached the specified backoff limit"],
    says: ["backoffLimit is 6 unless", "With restartPolicy: OnFailure the Job deletes its Pod"],
  },
  {
    at: "troubleshooting/job-fails#the-time-is-up",
    messages: ["DeadlineExceeded", "Job was active longer than specified deadline"],
    says: ["counts from its start: all tries", "as its own status"],
  },
  {
    at: "troubleshooting/job-fails#a-sidecar-keeps-it-open",
    says: ["shows 1/2 and NotReady", "restartPolicy: Always"],
  },
  {
    at: "troubleshooting/job-fails#the-pods-are-gone",
    says: ["ttlSecondsAfterFinished", "failedJobsHistoryLimit"],
  },
  {
    at: "troubleshooting/cronjob-does-not-start#find-the-cause",
    messages: ["MissSchedule"],
    says: ["lastScheduleTime"],
  },
  {
    at: "troubleshooting/cronjob-does-not-start#it-is-suspended",
    says: ["Take suspend: true out of the file"],
  },
  {
    at: "troubleshooting/cronjob-does-not-start#the-schedule-means-another-time",
    messages: ["UnknownTimeZone", "cannot use TZ or CRON_TZ in schedule"],
    says: ["Without timeZone", "either one is enough"],
  },
  {
    at: "troubleshooting/cronjob-does-not-start#the-last-run-still-goes",
    messages: [
      "JobAlreadyActive",
      "Not starting job because prior execution is running and concurrency policy is Forbid",
    ],
    says: ["concurrencyPolicy: Forbid"],
  },
  {
    at: "troubleshooting/cronjob-does-not-start#it-came-too-late",
    messages: ["too many missed start times", "TooManyMissedTimes"],
    says: ["startingDeadlineSeconds", "about every 10 seconds"],
  },
  {
    at: "troubleshooting/cronjob-does-not-start#old-runs-disappear",
    says: ["which is 1 by default", "which is 3"],
  },
  {
    at: "troubleshooting/hpa-does-not-scale#find-the-cause",
    messages: ["<unknown>/…%", "FailedGetResourceMetric"],
    says: ["never scales down while one is missing"],
  },
  {
    at: "troubleshooting/hpa-does-not-scale#the-cluster-has-no-metrics",
    messages: [
      "Metrics API not available",
      "the server could not find the requested resource (get pods.metrics.k8s.io)",
      "the server is currently unable to handle the request (get pods.metrics.k8s.io)",
    ],
    says: ["minikube addons enable metrics-server", "--kubelet-insecure-tls"],
  },
  {
    at: "troubleshooting/hpa-does-not-scale#a-container-has-no-request",
    messages: ["missing request for cpu", "missing request for memory"],
    says: ["per cent of the request", "ContainerResource"],
  },
  {
    at: "troubleshooting/hpa-does-not-scale#it-has-its-numbers-and-stays",
    says: ["Within 10 % of the target", "maxReplicas is reached", "waits five minutes"],
  },
  {
    at: "troubleshooting/volume-permissions#find-the-cause",
    messages: ["Permission denied", "mkdir: cannot create directory"],
    says: ["The volume belongs to another user"],
  },
  {
    at: "troubleshooting/volume-permissions#the-volume-belongs-to-another-user",
    messages: ["EACCES: permission denied", "[Errno 13] Permission denied"],
    says: ["fsGroup", "no effect on hostPath"],
  },
  {
    at: "troubleshooting/volume-permissions#the-file-system-is-read-only",
    messages: ["Read-only file system", "EROFS: read-only file system"],
    says: ["readOnlyRootFilesystem: true", "an emptyDir"],
  },
  {
    at: "troubleshooting/volume-permissions#the-call-needs-a-right",
    messages: ["Operation not permitted"],
    says: ["capabilities"],
  },
  {
    at: "troubleshooting/volume-permissions#the-new-disk-is-not-empty",
    messages: ["It contains a lost+found directory"],
    says: ["subPath: data"],
  },
  {
    at: "troubleshooting/manifest-errors#the-yaml-cannot-be-parsed",
    messages: [
      "error parsing",
      "did not find expected key",
      "found character that cannot start any token",
    ],
    says: ["A tab: YAML wants spaces"],
  },
  {
    at: "troubleshooting/manifest-errors#a-template-was-not-filled-in",
    messages: ["invalid map key"],
    says: ["Helm has to fill in first"],
  },
  {
    at: "troubleshooting/manifest-errors#it-does-not-say-what-it-is",
    messages: [
      "kind not set",
      "apiVersion not set",
      "Object 'Kind' is missing in",
      "no objects passed to apply",
    ],
    says: ["values.yaml"],
  },
  {
    at: "troubleshooting/manifest-errors#a-field-is-unknown",
    messages: ["unknown field", "strict decoding error"],
    says: ["service.port.number in place of serviceName"],
  },
  {
    at: "troubleshooting/manifest-errors#a-value-has-the-wrong-type",
    messages: ["cannot unmarshal", "cannot convert int64 to string"],
    says: ["Quote values under env"],
  },
  {
    at: "troubleshooting/manifest-errors#a-quantity-is-not-one",
    messages: ["quantities must match the regular expression", "unable to parse quantity's suffix"],
    says: ["as in 256MB"],
  },
  {
    at: "troubleshooting/manifest-errors#a-secret-is-not-base64",
    messages: ["illegal base64 data at input byte"],
    says: ["stringData"],
  },
  {
    at: "troubleshooting/apply-errors#the-value-is-not-allowed",
    messages: [
      "Unsupported value",
      "supported values:",
      "must be less than or equal to memory limit",
    ],
    says: ["successThreshold: Invalid value: 2: must be 1", "Mind capitals"],
  },
  {
    at: "troubleshooting/apply-errors#the-field-is-immutable",
    messages: ["field is immutable", "updates to statefulset spec for fields other than"],
    says: ["--cascade=orphan"],
  },
  {
    at: "troubleshooting/apply-errors#the-cluster-has-no-such-kind",
    messages: ["no matches for kind", "ensure CRDs are installed first"],
    says: ["Old versions go away"],
  },
  {
    at: "troubleshooting/apply-errors#it-exists-or-is-taken",
    messages: ["Error from server (AlreadyExists)", "provided port is already allocated"],
    says: ["Leave nodePort out"],
  },
  {
    at: "troubleshooting/apply-errors#the-file-is-too-long",
    messages: ["Too long: may not be more than 262144 bytes"],
    says: ["--server-side"],
  },
  {
    at: "troubleshooting/apply-errors#somebody-else-owns-the-field",
    messages: ["Apply failed with … conflict"],
    says: ["--force-conflicts", "kubectl-client-side-apply is you"],
  },
  {
    at: "troubleshooting/apply-errors#a-limit-of-the-namespace",
    messages: ["maximum memory usage per Container is", "minimum cpu usage per Container is"],
    says: ["LimitRange"],
  },
  {
    at: "troubleshooting/claim-pending#it-waits-for-a-pod",
    messages: ["WaitForFirstConsumer", "waiting for first consumer to be created before binding"],
    says: ["That is no fault"],
  },
  {
    at: "troubleshooting/claim-pending#no-storage-class-is-set",
    messages: ["no persistent volumes available for this claim and no storage class is set"],
    says: ["storageClassName"],
  },
  {
    at: "troubleshooting/claim-pending#the-disk-cannot-be-made",
    messages: ["ProvisioningFailed"],
    says: ["ReadWriteMany"],
  },
  {
    at: "troubleshooting/claim-pending#the-disk-is-full",
    messages: ["No space left on device", "ENOSPC"],
    says: ["df -h"],
  },
  {
    at: "troubleshooting/claim-pending#the-new-size-is-refused",
    messages: ["field can not be less than", "only dynamically provisioned pvc can be resized"],
    says: ["A claim never shrinks"],
  },
  {
    at: "troubleshooting/claim-pending#it-stays-terminating",
    messages: ["kubernetes.io/pvc-protection"],
    says: ["Used By names a Pod", "cannot be brought back"],
  },
  {
    at: "troubleshooting/config-change-not-seen#it-is-a-variable",
    says: ["got it when it started", "rollout restart"],
  },
  {
    at: "troubleshooting/config-change-not-seen#it-is-a-file",
    says: ["after a minute or two", "With subPath it never does"],
  },
  {
    at: "troubleshooting/config-change-not-seen#the-value-ends-with-a-line-break",
    says: ["echo adds a line break", "stringData"],
  },
  {
    at: "troubleshooting/helm-errors#another-operation-is-in-progress",
    messages: ["another operation (install/upgrade/rollback) is in progress"],
    says: ["helm rollback api-server 7", "pending-install"],
  },
  {
    at: "troubleshooting/helm-errors#the-time-was-up",
    messages: ["timed out waiting for the condition", "UPGRADE FAILED: context deadline exceeded"],
    says: ["--rollback-on-failure"],
  },
  {
    at: "troubleshooting/helm-errors#the-name-is-in-use",
    messages: [
      "cannot re-use a name that is still in use",
      "cannot reuse a name that is still in use",
    ],
    says: ["helm upgrade --install"],
  },
  {
    at: "troubleshooting/helm-errors#the-object-belongs-to-nobody-or-another",
    messages: ["invalid ownership metadata"],
    says: ["meta.helm.sh/release-name", "--take-ownership"],
  },
  {
    at: "troubleshooting/helm-errors#my-change-is-reverted",
    says: ["argocd.argoproj.io/tracking-id", "Change the source"],
  },
  {
    at: "troubleshooting/node-not-ready#the-node-does-not-answer",
    messages: ["Kubelet stopped posting node status"],
    says: ["some 50 seconds"],
  },
  {
    at: "troubleshooting/node-not-ready#your-pods-are-lost-with-it",
    messages: ["NodeNotReady"],
    says: ["For five minutes nothing else happens"],
  },
  {
    at: "troubleshooting/node-not-ready#the-node-was-shut-down",
    messages: ["NodeShutdown", "Pod was terminated in response to imminent node shutdown"],
    says: ["spot"],
  },
  {
    at: "troubleshooting/node-not-ready#the-node-turns-the-pod-away",
    messages: ["Predicate NodeAffinity failed"],
    says: ["NodeAffinity: after a restart", "Preempting"],
  },
  {
    at: "troubleshooting/drain-blocked#the-budget-allows-none",
    messages: ["Cannot evict pod as it would violate the pod's disruption budget"],
    says: ["minAvailable is as large as", "maxUnavailable: 1"],
  },
  {
    at: "troubleshooting/drain-blocked#the-drain-wants-a-flag",
    messages: [
      "cannot delete Pods with local storage",
      "cannot delete DaemonSet-managed Pods",
      "cannot delete Pods that declare no controller",
    ],
    says: ["--delete-emptydir-data", "--ignore-daemonsets", "--force"],
  },
  {
    at: "troubleshooting/pending#the-autoscaler-adds-no-node",
    messages: ["NotTriggerScaleUp", "pod didn't trigger scale-up", "max node group size reached"],
    says: ["Karpenter reports incompatible with nodepool"],
  },
  {
    at: "troubleshooting/pending#a-device-such-as-a-gpu-is-missing",
    messages: ["Insufficient nvidia.com/gpu"],
    says: ["device plugin"],
  },
  {
    at: "troubleshooting/pending#not-enough-cpu-or-memory",
    messages: ["Insufficient ephemeral-storage"],
    says: ["Insufficient ephemeral-storage"],
  },
  {
    at: "troubleshooting/pending#a-quota-refuses-the-pod",
    messages: ["failed quota:"],
    says: ["must specify"],
  },
  {
    at: "troubleshooting/oomkilled#the-runtime-ran-out-not-the-container",
    messages: [
      "java.lang.OutOfMemoryError: Java heap space",
      "java.lang.OutOfMemoryError: Metaspace",
      "JavaScript heap out of memory",
    ],
    says: ["by default a quarter of the limit"],
  },
  {
    at: "troubleshooting/oomkilled#the-heap-does-not-fit-the-limit",
    messages: ["was sent SIGKILL! Perhaps out of memory?"],
    says: ["WORKER TIMEOUT"],
  },
  {
    at: "troubleshooting/oomkilled#the-graph-shows-more-than-the-app-uses",
    says: ["page cache", "container_memory_working_set_bytes"],
  },
  {
    at: "troubleshooting/rollout-does-not-finish#a-statefulset-stops-at-one-pod",
    messages: ["pods to be ready..."],
    says: ["delete the broken Pod"],
  },
  {
    at: "troubleshooting/forbidden#the-pod-has-no-token",
    messages: ["serviceaccount/token: no such file or directory"],
    says: ["automountServiceAccountToken: false"],
  },
  {
    at: "troubleshooting/forbidden#the-cloud-refuses-the-pod",
    messages: ["Not authorized to perform sts:AssumeRoleWithWebIdentity"],
    says: ["eks.amazonaws.com/role-arn", "azure.workload.identity/use"],
  },
  {
    at: "troubleshooting/forbidden#another-rule-refuses",
    messages: ["violates PodSecurity"],
    says: ["If kubectl debug was refused"],
  },
  {
    at: "troubleshooting/exit-codes#exit-codes-above-128",
    messages: ["Exit Code: 128", "Exit Code: 130", "Exit Code: 132", "Exit Code: 255"],
    says: ["132 is SIGILL"],
  },
  {
    at: "troubleshooting/exit-codes#exit-code-137",
    messages: ["Reason: Error Exit Code: 137"],
    says: ["With Error the container"],
  },
  {
    at: "reference/statuses-and-exit-codes#status-of-a-pod",
    messages: [
      "PostStartHookError",
      "ImageInspectError",
      "RegistryUnavailable",
      "SignatureValidationFailed",
    ],
    says: [
      "DeadlineExceeded",
      "NodeShutdown",
      "NodeAffinity",
      "Preempting",
      "Init:StartError",
      "Signal:9",
      "Shutdown",
    ],
  },
]);

const PAGE = `---
title: Example
description: An example of a page that answers one message in one of its sections.
order: 1
question: What does the message mean?
short: [The first line., The second line.]
aliases: []
errors:
  - message: disk full
    at: it-is-full
---

## It is full

Delete what nobody needs.

## It is slow

Wait.
`;
const answer = {
  at: "troubleshooting/example#it-is-full",
  messages: ["disk full"],
  says: ["Delete what nobody needs"],
};
const faults = (source: string) =>
  lacks([parsePage("content/troubleshooting/example.mdx", source)], answer);

it("finds nothing where a section answers", () => {
  expect(faults(PAGE)).toEqual([]);
});

it.each([
  [
    "a phrase that moved to another section",
    PAGE.replace("Delete what nobody needs.", "Hm.").replace("Wait.", "Delete what nobody needs."),
    "does not say: Delete what nobody needs",
  ],
  ["a heading of another name", PAGE.replace("## It is full", "## Full"), "no section it-is-full"],
  [
    "a message that leads elsewhere",
    PAGE.replace("at: it-is-full", "at: it-is-slow"),
    "disk full leads to it-is-slow",
  ],
  [
    "a message that is gone",
    PAGE.replace("message: disk full", "message: no room"),
    "disk full leads to nowhere",
  ],
])("finds %s", (_what, source, fault) => {
  expect(faults(source)).toEqual([fault]);
});

it("finds a page that is gone", () => {
  expect(lacks([], answer)).toEqual(["no page troubleshooting/example"]);
});
