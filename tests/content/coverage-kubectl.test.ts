import { coverageTable } from "./coverage.ts";

coverageTable([
  {
    at: "troubleshooting/kubectl-exec-logs-port-forward#the-container-is-not-running",
    messages: [
      "unable to upgrade connection: container not found",
      "does not have a host assigned",
      "unable to forward port because pod is not running",
    ],
    says: ["kubectl logs <pod-name> --previous"],
  },
  {
    at: "troubleshooting/kubectl-exec-logs-port-forward#the-container-has-another-name",
    messages: ["container … is not valid for pod", "a container name must be specified for pod"],
    says: ["kubectl picks the first container"],
  },
  {
    at: "troubleshooting/kubectl-exec-logs-port-forward#the-image-has-no-such-program",
    messages: [
      "OCI runtime exec failed",
      'exec: "bash": executable file not found in $PATH',
      'exec: "tar": executable file not found in $PATH',
    ],
    says: ["crun", "kubectl cp needs tar in the image"],
  },
  {
    at: "troubleshooting/kubectl-exec-logs-port-forward#the-local-port-is-taken",
    messages: ["unable to listen on any of the requested ports"],
    says: ["address already in use", "The second number stays"],
  },
  {
    at: "troubleshooting/kubectl-exec-logs-port-forward#the-tunnel-closes",
    messages: ["lost connection to pod"],
    says: ["The tunnel leads to one Pod, even if you named a Service"],
  },
  {
    at: "troubleshooting/kubectl-exec-logs-port-forward#the-node-does-not-answer",
    messages: ["error dialing backend"],
    says: ["a firewall closes port 10250"],
  },
  {
    at: "troubleshooting/kubectl-exec-logs-port-forward#the-log-cannot-be-followed",
    messages: ["failed to create fsnotify watcher"],
    says: ["fs.inotify.max_user_instances", "comes from the node"],
  },
  {
    at: "troubleshooting/kubectl-exec-logs-port-forward#find-the-cause",
    says: ["From Kubernetes 1.35 on", "always need the verb create"],
  },
  {
    at: "troubleshooting/kubectl-login-fails#the-login-program-is-missing",
    messages: ["executable gke-gcloud-auth-plugin not found"],
    says: ["put its folder into PATH"],
  },
  {
    at: "troubleshooting/kubectl-login-fails#the-login-program-fails",
    messages: ["executable … failed with exit code"],
    says: ["aws sso login", "AWS_PROFILE"],
  },
  {
    at: "troubleshooting/kubectl-login-fails#the-kubeconfig-is-too-old",
    messages: ['exec plugin: invalid apiVersion "client.authentication.k8s.io/v1alpha1"'],
    says: ["kubectl dropped that version in 1.24", "aws eks update-kubeconfig"],
  },
  {
    at: "troubleshooting/kubectl-login-fails#the-cluster-does-not-list-you",
    says: ["access entry", "aws-auth"],
  },
  {
    at: "troubleshooting/forbidden#your-login-is-not-accepted",
    messages: ["You must be logged in to the server"],
    says: ["kubectl cannot log in to the cloud"],
  },
  {
    at: "troubleshooting/forbidden#a-pod-lacks-the-permission",
    messages: ['User "system:serviceaccount:…" cannot'],
    says: ["serviceAccountName: api-server"],
  },
  {
    at: "troubleshooting/api-server-overloaded#your-client-holds-back",
    messages: ["client-side throttling, not priority and fairness"],
    says: ["The cluster has refused nothing"],
  },
  {
    at: "troubleshooting/api-server-overloaded#too-many-requests-reach-the-server",
    messages: ["the server has received too many requests and has asked us to try again later"],
    says: ["The answer is 429"],
  },
  {
    at: "troubleshooting/api-server-overloaded#an-extension-of-the-api-is-down",
    messages: ["the server is currently unable to handle the request"],
    says: ["MissingEndpoints", "FailedDiscoveryCheck"],
  },
  {
    at: "troubleshooting/api-server-overloaded#the-store-behind-it-is-slow",
    messages: ["etcdserver: request timed out"],
    says: ["A write that timed out may have happened"],
  },
  {
    at: "troubleshooting/server-connection-refused#kubectl-found-no-configuration",
    messages: [
      "The connection to the server localhost:8080 was refused - did you specify the right host or port?",
    ],
    says: ["Without a kubeconfig"],
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
    at: "troubleshooting/manifest-errors#the-kind-or-version-is-missing",
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
    at: "troubleshooting/manifest-errors#a-quantity-is-not-valid",
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
]);
