/** Pages that queries lead to. */
export const GUIDE = {
  kubernetes: "/guide/what-kubernetes-does/",
  pods: "/guide/pods/",
  deployments: "/guide/deployments/",
  services: "/guide/services/",
  config: "/guide/configmaps-and-secrets/",
  kubectl: "/guide/kubectl/",
  releasing: "/guide/deploying-a-new-version/",
  debugging: "/guide/debugging-a-crashing-pod/",
  resources: "/guide/requests-and-limits/",
  next: "/guide/what-to-learn-next/",
  lifecycle: "/guide/pod-lifecycle/",
  request: "/guide/how-a-request-reaches-a-pod/",
  changing: "/guide/configuration-that-changes/",
  health: "/guide/health-checks/",
  qos: "/guide/qos-and-eviction/",
  contexts: "/guide/contexts-namespaces-and-output/",
  file: "/guide/what-the-file-owns/",
  arithmetic: "/guide/rollout-arithmetic/",
  jobs: "/guide/jobs-and-state/",
  mistakes: "/guide/production-mistakes/",
};

/** A page of troubleshooting by its name. */
export const trouble = (page: string) => `/troubleshooting/${page}/`;
export const REFERENCE = {
  cheatSheet: "/reference/kubectl-cheat-sheet/",
  statuses: "/reference/statuses-and-exit-codes/",
};
export const BACKGROUND = {
  containers: "/background/containers/",
  kubernetes: "/background/from-container-to-kubernetes/",
  environment: "/background/environment-variables-and-secrets/",
};
