import { truthTable } from "./truth.ts";

truthTable([
  {
    row: "change-cause is set after the apply",
    page: "guide/rollout-arithmetic",
    says: ["Set it after the apply of every release", "lands on the old revision too"],
    not: ["Set it with every release"],
  },
  {
    row: "change-cause is set after the apply",
    page: "reference/kubectl-cheat-sheet",
    says: ["After the apply; seen in the history"],
  },
  {
    row: "an undo renumbers",
    page: "guide/deploying-a-new-version",
    says: ["The highest number runs now", "gives the revision it restores a new, highest number"],
  },
  {
    row: "undo goes one back, good or bad",
    page: "guide/deploying-a-new-version",
    says: ["the revision before the newest, good or bad", "After two bad releases"],
  },
  {
    row: "undo goes one back, good or bad",
    page: "guide/kubectl",
    says: ["Back to the Pod template before, good or bad"],
    not: ["Back to the previous Pod template"],
  },
  {
    row: "after an undo, the old file is applied",
    page: "guide/deploying-a-new-version",
    says: [
      "commit, and apply it",
      "which still describes the bad release",
      "committed and applied",
    ],
    not: ["Bring the tag in deployment.yaml back and commit"],
  },
  {
    row: "after an undo, the old file is applied",
    page: "guide/what-the-file-owns",
    says: ["After a rollout undo, apply the old file even if the diff is empty"],
  },
  {
    row: "a clean stop is half of a release",
    page: "guide/deploying-a-new-version",
    says: ["old Pods stop cleanly"],
    not: ["stays up if your Pods can say when they are ready"],
  },
  {
    row: "a file with subPath is read at the next start",
    page: "guide/configuration-that-changes",
    says: [
      "As a file mounted with subPath Never. The next start of the container reads it",
      "Variables, and files mounted with subPath, stay until the container restarts",
    ],
    not: ["Replace the Pod", "with subPath never"],
  },
  {
    row: "a file with subPath is read at the next start",
    page: "guide/configmaps-and-secrets",
    says: ["is not updated before the container's next start either"],
    not: ["is not updated at all"],
  },
  {
    row: "a rotated password leaves no file behind",
    page: "guide/configmaps-and-secrets",
    says: ["replace the Secret, delete both files, and restart", "accept the old password"],
  },
  {
    row: "no cap on a Job's waits",
    page: "guide/jobs-and-state",
    says: ["The waits between new Pods double, from 10 seconds."],
    not: ["six minutes"],
  },
  {
    row: "a StatefulSet's Pod on a lost node is not replaced",
    page: "guide/jobs-and-state",
    says: ["its Pod stays Terminating and nothing replaces it"],
  },
  {
    row: "a StatefulSet's Pod on a lost node is not replaced",
    page: "guide/pods",
    says: ["a Deployment's are replaced", "A Pod of a StatefulSet is not replaced"],
  },
  {
    row: "port-forward calls localhost",
    page: "guide/services",
    says: [
      "Then it calls localhost inside that Pod",
      "Check first whether it listens on 127.0.0.1 only",
    ],
    not: ["A success says that the app works"],
  },
  {
    row: "readiness under load can empty a Service",
    page: "guide/health-checks",
    says: ["do not fail on slowness alone", "until the Service has no Pod"],
    not: ["Leaving the Service for a moment is cheap"],
  },
  {
    row: "full capacity takes a clean stop",
    page: "guide/rollout-arithmetic",
    says: ["so the file has them too"],
  },
  {
    row: "production is in no list of kubeconfig files",
    page: "guide/contexts-namespaces-and-output",
    says: ["Leave production out of such a list", "to that file, and to no other"],
    not: ["$HOME/.kube/config:$HOME/.kube/production"],
  },
  {
    row: "two Pods on one node are one",
    page: "guide/production-mistakes",
    says: ["on different nodes", "topologySpreadConstraints", "only prefers to spread them"],
  },
  {
    row: "two Pods on one node are one",
    page: "guide/qos-and-eviction",
    says: ["at least two Pods on different nodes"],
  },
  {
    row: "debugging a hardened Pod",
    page: "guide/kubectl",
    says: [
      "--target=api --profile=restricted",
      "an image whose user is a number",
      "the API server refuses the default profile",
    ],
  },
  {
    row: "debugging a hardened Pod",
    page: "guide/debugging-a-crashing-pod",
    says: ["add --profile=restricted"],
  },
  {
    row: "debugging a hardened Pod",
    page: "reference/kubectl-cheat-sheet",
    says: ["hardened Pods need --profile=restricted"],
  },
  {
    row: "debugging in a hardened namespace",
    page: "guide/how-a-request-reaches-a-pod",
    says: ["Where Pod Security enforces restricted, the API server refuses this Pod"],
  },
  {
    row: "restart makes the template new",
    page: "reference/kubectl-cheat-sheet",
    says: ["New Pods, same image"],
    not: ["New Pods, same template"],
  },
]);
