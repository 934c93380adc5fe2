import { change, deployment, service, type Broken } from "./samples.ts";

/** The Deployment as it is usually found on the web: copied without its indentation. */
const flattened = deployment.slice(0, deployment.indexOf("---\n")).replace(/^ +/gm, "");

const bomb = [
  "apiVersion: v1",
  "kind: ConfigMap",
  "metadata: { name: bomb }",
  'a: &a ["x","x","x","x","x","x","x","x","x","x"]',
  ..."bcdefghi".split("").map((name, index) => {
    const before = "abcdefgh"[index] ?? "";
    return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(",")}]`;
  }),
  "",
].join("\n");

const versions: Broken[] = (
  [
    ["extensions/v1beta1", "Deployment", /removed in Kubernetes 1.16, write "apps\/v1"/],
    ["extensions/v1beta1", "Ingress", /removed in Kubernetes 1.22, write "networking.k8s.io\/v1"/],
    ["apps/v1beta2", "Deployment", /removed in Kubernetes 1.16, write "apps\/v1"/],
    ["networking.k8s.io/v1beta1", "Ingress", /removed in Kubernetes 1.22/],
    ["batch/v1beta1", "CronJob", /removed in Kubernetes 1.25, write "batch\/v1"/],
    ["policy/v1beta1", "PodDisruptionBudget", /removed in Kubernetes 1.25, write "policy\/v1"/],
    [
      "autoscaling/v2beta2",
      "HorizontalPodAutoscaler",
      /removed in Kubernetes 1.26, write "autoscaling\/v2"/,
    ],
    ["v1", "Deployment", /there is no Deployment in "v1", write "apps\/v1"/],
    ["apps/v2", "Deployment", /there is no Deployment in "apps\/v2"/],
  ] as const
).map(([apiVersion, kind, message]) => ({
  fault: `${apiVersion} ${kind}`,
  text: `# a comment\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: a\n`,
  line: 2,
  message,
}));

/** Faults in the YAML itself, and in what kind of object it is. */
export const brokenYaml: readonly Broken[] = [
  ...versions,
  {
    fault: "misspelt kind",
    text: change(deployment, "kind: Deployment", "kind: Deploymnet"),
    line: 2,
    message: /Kubernetes has no kind "Deploymnet" in "apps\/v1", did you mean "Deployment"\?/,
  },
  {
    fault: "lower-case kind",
    text: change(service, "kind: Service", "kind: service"),
    line: 2,
    message: /did you mean "Service"\?/,
  },
  {
    fault: "misspelt apiVersion",
    text: change(deployment, "apiVersion", "apiVersoin"),
    line: 1,
    message: /unknown field, did you mean "apiVersion"\?/,
  },
  {
    fault: "lost indentation",
    text: flattened,
    line: 4,
    message: /the indentation is lost, indent the fields of "metadata"/,
  },
  {
    fault: "tab",
    text: change(deployment, "  replicas: 3", "\treplicas: 3"),
    line: 6,
    message: /a tab is used to indent, indent with spaces/,
  },
  {
    fault: "indentation that does not fit",
    text: change(deployment, "  selector:", " selector:"),
    line: 7,
    message: /not valid YAML/,
  },
  {
    fault: "duplicate key",
    text: change(deployment, "  replicas: 3\n", "  replicas: 3\n  replicas: 5\n"),
    line: 7,
    message: /^spec.replicas: duplicate key "replicas"/,
  },
  {
    fault: "two documents without a separator",
    text: service + change(deployment, "kind", "kind").slice(0, 50),
    line: 13,
    message: /duplicate key "apiVersion", separate two objects with a line "---"/,
  },
  {
    fault: "fault in the second of two documents",
    text: `${deployment}---\n${change(service, "ports:", "port:")}`,
    line: 61,
    message: /^spec.port: unknown field, did you mean "ports"\?/,
  },
  { fault: "empty file", text: "", line: 1, message: /^the file is empty/ },
  { fault: "only a comment", text: "# nothing\n", line: 1, message: /the file contains no object/ },
  { fault: "a list at the top", text: "- a\n- b\n", line: 1, message: /an object is a map/ },
  { fault: "a word at the top", text: "\nhello\n", line: 2, message: /an object is a map/ },
  {
    fault: "5 MB",
    text: `a: ${"x".repeat(5_000_000)}`,
    line: 1,
    message: /the file is too large \(5.0 MB, at most 1 MB is checked\)/,
  },
  {
    fault: "very many keys",
    text: Array.from({ length: 80_000 }, (_, index) => `k${index}: v\n`).join(""),
    line: 14_286,
    message: /too many values/,
  },
  {
    fault: "deep nesting of lists",
    text: `a: ${"[".repeat(200_000)}`,
    line: 1,
    message: /nested deeper than 64 levels/,
  },
  {
    fault: "deep nesting of maps",
    text: Array.from({ length: 900 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""),
    line: 66,
    message: /nested deeper than 64 levels/,
  },
  {
    fault: "deep nesting on a line",
    text: `a:\n${"- ".repeat(200_000)}b\n`,
    line: 2,
    message: /nested deeper than 64 levels/,
  },
  {
    fault: "alias bomb",
    text: bomb,
    line: 8,
    message: /aliases make more than 20000 values out of this/,
  },
  {
    fault: "alias inside its anchor",
    text: "a: &a\n  b: *a\n",
    line: 2,
    message: /\*a is inside its own anchor/,
  },
  {
    fault: "alias without anchor",
    text: "a: 1\nb: *c\n",
    line: 2,
    message: /the alias \*c has no anchor before it/,
  },
  {
    fault: "merge of a word",
    text: change(deployment, "  replicas: 3", "  <<: 3"),
    line: 6,
    message: /<< takes a map/,
  },
  {
    fault: "unknown tag",
    text: change(deployment, "replicas: 3", "replicas: !!js/function 3"),
    line: 6,
    message: /tag .* does not fit/,
  },
  {
    fault: "unclosed bracket",
    text: change(deployment, "replicas: 3", "replicas: [3"),
    line: 7,
    message: /not valid YAML/,
  },
  {
    fault: "unclosed quote",
    text: change(deployment, '"128Mi"', '"128Mi'),
    line: 36,
    message: /not valid YAML/,
  },
  {
    fault: "colon in an unquoted value",
    text: change(deployment, "LOG_LEVEL: info", "LOG_LEVEL: a: b"),
    line: 51,
    message: /not valid YAML/,
  },
  {
    fault: "no space after a colon",
    text: change(deployment, "replicas: 3", "replicas:3"),
    line: 6,
    message: /not valid YAML/,
  },
  {
    fault: "infinity",
    text: change(deployment, "replicas: 3", "replicas: .inf"),
    line: 6,
    message: /cannot read/,
  },
];
