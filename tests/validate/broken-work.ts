import { head, inLine4, pod, withSpec } from "./make.ts";
import type { Broken } from "./samples.ts";

const template =
  "template: { spec: { restartPolicy: Never, containers: [{ name: a, image: a:1 }] } }";
const cron = (fields: string) =>
  withSpec("batch/v1", "CronJob", `{ ${fields}, jobTemplate: { spec: { ${template} } } }`);
const job = (fields: string) => withSpec("batch/v1", "Job", `{ ${fields}, ${template} }`);
const hpa = (fields: string) =>
  withSpec(
    "autoscaling/v2",
    "HorizontalPodAutoscaler",
    `{ maxReplicas: 3, scaleTargetRef: { kind: Rollout, apiVersion: a.example.com/v1, name: a }, ${fields} }`,
  );
const metric = (fields: string) => hpa(`metrics: [{ ${fields} }]`);
const deploy = (fields: string) =>
  withSpec(
    "apps/v1",
    "Deployment",
    `{ selector: { matchLabels: { app: a } }, template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: a, image: a:1 }] } }, ${fields} }`,
  );
const target = "target: { type: Utilization, averageUtilization: 80 }";

const whole = (fault: string, line: number, message: RegExp, text: string): Broken => ({
  fault,
  text,
  line,
  message,
});

/** Faults in Jobs, schedules and autoscalers, and files that are no manifests. */
export const brokenWork = [
  ...inLine4(cron, {
    'schedule: "0 2 * * *", timeZone: Europe/Berln': /did you mean "Europe\/Berlin"\?/,
    'schedule: "0 2 * * *", timeZone: europe/berlin': /did you mean "Europe\/Berlin"\?/,
    'schedule: "0 2 * * *", timeZone: Local': /must name a time zone/,
    'schedule: "0 24 * * *"': /the hour 24 is not from 0 to 23/,
    'schedule: "0 2 * * *", successfulJobsHistoryLimit: -1': /must be 0 or more/,
  }),
  ...inLine4(job, {
    "completionMode: Indexed": /needs completions/,
    "backoffLimitPerIndex: 1": /needs completionMode: Indexed/,
    "selector: { matchLabels: { app: a } }": /a Job selects its own Pods/,
    "containers: [{ name: a, image: a:1 }]": /it belongs under spec\.template\.spec/,
  }),
  ...inLine4(hpa, {
    "targetCPUUtilizationPercentage: 80": /write metrics, as in: metrics: \[\{ type: Resource/,
    "minReplicas: 0": /must be 1 or more, unless HPAScaleToZero/,
    "behavior: { scaleUp: { policies: [] } }": /needs at least one policy/,
    "behavior: { scaleUp: { stabilizationWindowSeconds: 7200 } }": /must be from 0 to 3600/,
    "behavior: { scaleUp: { policies: [{ type: Pods, value: 1, periodSeconds: 3600 }] } }":
      /must be from 1 to 1800/,
  }),
  ...inLine4(metric, {
    "type: Resource, resource: { name: cpu, targetAverageUtilization: 80 }":
      /write target\.averageUtilization, with target\.type: Utilization/,
    [`type: Object, object: { metric: { name: a }, describedObject: { kind: Service, name: a }, ${target} }`]:
      /needs value \(type: Value\) or averageValue .*only Resource metrics have/,
    [`type: External, external: { metric: { name: a }, ${target} }`]: /needs value \(type: Value\)/,
    [`type: Pods, pods: { metric: { name: a }, ${target} }`]: /needs averageValue/,
    "type: External, external: { metric: { name: a }, target: { type: Value, value: 1, averageValue: 1 } }":
      /averageValue: cannot be set together with "value"/,
    "type: Pods, pods: { metric: { name: a }, target: { type: AverageValue, averageValue: 0 } }":
      /must be more than 0/,
    "type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 0 } }":
      /must be 1 or more/,
  }),
  ...inLine4(deploy, {
    "terminationGracePeriodSeconds: 10": /it belongs under spec\.template\.spec/,
    "strategy: Recreate": /write it as a map: \{ type: Recreate \}/,
    "minReadySeconds: 600, progressDeadlineSeconds: 600": /must be more than minReadySeconds/,
    "strategy: { rollingUpdate: { maxUnavailable: 110% } }": /must not be more than 100%/,
  }),
  whole(
    "containers beside the labels",
    7,
    /it belongs under spec\.template\.spec$/,
    `${head("apps/v1", "Deployment")}spec:\n  selector: { matchLabels: { app: a } }\n  template:\n    metadata: { labels: { app: a }, containers: [{ name: a, image: a:1 }] }\n`,
  ),
  whole(
    "labels as a selector",
    4,
    /write labels under "matchLabels"/,
    withSpec(
      "apps/v1",
      "Deployment",
      "{ selector: { app: a }, template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: a, image: a:1 }] } } }",
    ),
  ),
  whole(
    "no space behind a colon",
    1,
    /no space behind the colon of "apiVersion"/,
    pod("").replace("apiVersion: ", "apiVersion:"),
  ),
  whole("four dashes", 5, /4 dashes are no separator/, `${pod("")}----\n${pod("")}`),
  whole("text behind the dashes", 1, /text behind ---/, `--- The API server\n${pod("")}`),
  whole(
    "a web page",
    1,
    /this is a web page, not a manifest, save the raw file/,
    `\n<!DOCTYPE html>\n<html><body>${pod("")}</body></html>`,
  ),
  whole(
    "a template",
    3,
    /\{\{ belongs to a template/,
    pod("").replace("metadata:", "{{- if .Values.pod }}\nmetadata:"),
  ),
  whole(
    "a merge conflict",
    1,
    /mark of a merge conflict/,
    `<<<<<<< HEAD\n${pod("")}=======\n>>>>>>> main\n`,
  ),
  whole(
    "a non-breaking space",
    4,
    /non-breaking space/,
    `${head("v1", "Pod")}\u00a0spec: { containers: [] }\n`,
  ),
  whole("a fence of Markdown", 1, /``` belongs to Markdown/, `\`\`\`yaml\n${pod("")}\`\`\`\n`),
];
