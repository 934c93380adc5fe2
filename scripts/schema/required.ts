/**
 * Fields that the declarations call optional and the API server demands, by definition.
 * Source: kubernetes pkg/apis/<group>/validation/validation.go, and for `spec` that an object
 * without one fails the demands on its fields.
 */
export const required: Record<string, readonly string[]> = {
  ConfigMapEnvSource: ["name"],
  ConfigMapKeySelector: ["name"],
  ConfigMapVolumeSource: ["name"],
  Container: ["image"],
  CronJob: ["spec"],
  DaemonSet: ["spec"],
  Deployment: ["spec"],
  HTTPIngressPath: ["pathType"],
  HorizontalPodAutoscaler: ["spec"],
  Ingress: ["spec"],
  IngressServiceBackend: ["port"],
  Job: ["spec"],
  LimitRange: ["spec"],
  PersistentVolumeClaim: ["spec"],
  PersistentVolumeClaimSpec: ["accessModes", "resources"],
  Pod: ["spec"],
  PodTemplateSpec: ["spec"],
  ReplicaSet: ["spec"],
  ReplicaSetSpec: ["template"],
  SecretEnvSource: ["name"],
  SecretKeySelector: ["name"],
  SecretVolumeSource: ["secretName"],
  Service: ["spec"],
  StatefulSet: ["spec"],
};
