import { coverageTable } from "./coverage.ts";

coverageTable([
  {
    at: "troubleshooting/imagepullbackoff#no-access-to-the-registry",
    messages: [
      "pull access denied for",
      "no basic auth credentials",
      "unauthorized: authentication required",
      "denied: requested access to the resource is denied",
      "failed to fetch anonymous token",
    ],
    says: ["lives 12 hours", "compare the host in it with the front of the image's name"],
  },
  {
    at: "troubleshooting/imagepullbackoff#the-registry-speaks-plain-http",
    messages: ["server gave HTTP response to HTTPS client"],
    says: ["No field of the Pod can say so"],
  },
  {
    at: "troubleshooting/imagepullbackoff#the-image-must-already-be-on-the-node",
    messages: ["ErrImageNeverPull"],
    says: [
      "kind load docker-image myrepo/api-server:v1.2.4",
      "minikube image load myrepo/api-server:v1.2.4",
      "Set imagePullPolicy: IfNotPresent",
      "asks the registry even when the image is there",
    ],
  },
  {
    at: "troubleshooting/imagepullbackoff#the-node-keeps-an-old-image",
    says: ["A restart alone pulls nothing with IfNotPresent", "imagePullPolicy: Always"],
  },
  {
    at: "troubleshooting/containercreating#no-ip-address-is-left",
    messages: [
      "failed to assign an IP address to container",
      "no IP addresses available in range set",
    ],
    says: ["Each Pod costs an address"],
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
    at: "troubleshooting/claim-pending#it-waits-for-a-pod",
    messages: ["WaitForFirstConsumer", "waiting for first consumer to be created before binding"],
    says: ["That is normal"],
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
]);
