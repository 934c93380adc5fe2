import { coverageTable } from "./coverage.ts";

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
    at: "troubleshooting/cronjob-does-not-start#the-last-run-is-still-going",
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
    at: "troubleshooting/hpa-does-not-scale#it-has-metrics-but-does-not-scale",
    says: ["Within 10 % of the target", "maxReplicas is reached", "waits five minutes"],
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
    at: "troubleshooting/helm-errors#the-object-belongs-to-another-release",
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
    at: "troubleshooting/exit-codes#exit-codes-128-and-above",
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
