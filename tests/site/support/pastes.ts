import { GUIDE, trouble } from "./places.ts";
import type { Query } from "./queries.ts";

/** What a reader pastes whole from a terminal, with the names, ages and addresses of a cluster. */
export const pastes: readonly Query[] = [
  [
    "api-server-6d4cf56db6-x2v9q   0/1   CrashLoopBackOff   5 (2m13s ago)   10m",
    trouble("crashloopbackoff"),
  ],
  ["payments-84f8c4c9d7-7xkqp   0/1     ImagePullBackOff   0   3m11s", trouble("imagepullbackoff")],
  ["checkout-5d7f9c7b9f-mk2zn   0/1   Pending   0     14m", trouble("pending")],
  ["orders-0   0/1   CreateContainerConfigError   0   22s", trouble("createcontainerconfigerror")],
  ["web-7c9d8b6f5-abcde   0/1   OOMKilled   3 (41s ago)   2m", trouble("oomkilled")],
  [
    "worker-6b9f-zzxqj   0/1   Init:CrashLoopBackOff   4 (10s ago)   3m",
    trouble("init-container-fails"),
  ],
  ["db-migrate-kx8s2   1/1   Terminating   0   3d4h", trouble("terminating")],
  ["batch-28391-fk2lp   0/1   Evicted   0   9h", trouble("evicted")],
  [
    "Warning  BackOff  2m (x6 over 3m40s)  kubelet  Back-off restarting failed container api in pod checkout-5d7f9c7b9f-mk2zn_shop(8c1d2f1e-6c1b-4a6e-9d3b-0a3c5f1f2e77)",
    trouble("crashloopbackoff"),
  ],
  [
    'Warning  Failed  12s (x2 over 27s)  kubelet  Failed to pull image "myrepo/api:v9": rpc error: code = NotFound',
    trouble("imagepullbackoff"),
  ],
  [
    "Warning  FailedScheduling  3m12s  default-scheduler  0/3 nodes are available: 3 Insufficient memory. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.",
    trouble("pending"),
  ],
  ["0/3 nodes are available: 3 Insufficient memory.", trouble("pending")],
  [
    "Warning  Unhealthy  8s (x9 over 48s)  kubelet  Readiness probe failed: HTTP probe failed with statuscode: 503",
    trouble("running-but-not-ready"),
  ],
  [
    'Warning  Unhealthy  4s (x3 over 24s)  kubelet  Liveness probe failed: Get "http://10.244.1.17:8000/healthz": context deadline exceeded',
    trouble("liveness-restarts"),
  ],
  [
    'Warning  Failed  6s (x4 over 31s)  kubelet  Error: secret "payments-db" not found',
    trouble("createcontainerconfigerror"),
  ],
  [
    "    Last State:  Terminated\n      Reason:    OOMKilled\n      Exit Code: 137",
    trouble("oomkilled"),
  ],
  [
    'Error from server (NotFound): pods "checkout-5d7f9c7b9f-mk2zn" not found',
    trouble("not-found"),
  ],
  [
    'Error from server (Forbidden): pods is forbidden: User "jo" cannot list resource "pods" in API group "" in the namespace "shop"',
    trouble("forbidden"),
  ],
  [
    "The connection to the server localhost:8080 was refused - did you specify the right host or port?",
    trouble("server-connection-refused"),
  ],
  [
    'The Deployment "checkout" is invalid: spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string{"app":"x"}}: field is immutable',
    trouble("apply-errors"),
  ],
  [
    'error: deployment "checkout" exceeded its progress deadline',
    trouble("rollout-does-not-finish"),
  ],
  [
    'Waiting for deployment "checkout" rollout to finish: 1 out of 3 new replicas have been updated...',
    trouble("rollout-does-not-finish"),
  ],
  [
    "curl: (6) Could not resolve host: payments.shop.svc.cluster.local",
    trouble("dns-name-not-found"),
  ],
  [
    "curl: (7) Failed to connect to api-server port 80 after 2 ms: Connection refused",
    trouble("connection-refused"),
  ],
  ["exec /app/server: exec format error", trouble("runcontainererror")],
  [
    'OCI runtime exec failed: exec failed: unable to start container process: exec: "/bin/sh": stat /bin/sh: no such file or directory: unknown',
    GUIDE.kubectl,
  ],
  ["bash: pod-name: No such file or directory", GUIDE.kubectl],
  ["kubectl logs checkout-5d7f9c7b9f-mk2zn --previous", "$ kubectl logs <pod-name> --previous"],
  ["kubectl set image deployment/checkout app=myrepo/checkout:v7", "$ kubectl set image"],
];
