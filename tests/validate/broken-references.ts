import { change, deployment, service, type Broken } from "./samples.ts";

const statefulSet = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: db, image: postgres:17 }]
`;
const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - { name: migrate, image: "myrepo/api-server:v1.2.3" }
`;
const hpa = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: api-server
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: api-server
  minReplicas: 3
  maxReplicas: 10
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
`;
const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: api-server
spec:
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: api-server
                port:
                  number: 80
`;
const route = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: api-server
spec:
  parentRefs:
    - name: public
  rules:
    - backendRefs:
        - name: api-server
          port: 80
`;
const withApp = (text: string): Pick<Broken, "text" | "beside"> => ({
  text,
  beside: [
    { name: "app.yaml", text: deployment },
    { name: "service.yaml", text: service },
  ],
});
const cron = `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a }\nspec:\n  schedule: "0 3 * *"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers: [{ name: a, image: a }]\n`;

/** Faults in objects that refer to others, and in Jobs. */
export const brokenReferences: readonly Broken[] = [
  {
    fault: "HPA of a missing Deployment",
    ...withApp(change(hpa, "    name: api-server", "    name: api")),
    line: 9,
    message: /no Deployment "api" in this set/,
  },
  {
    fault: "HPA with its bounds swapped",
    ...withApp(change(hpa, "maxReplicas: 10", "maxReplicas: 1")),
    line: 11,
    message: /is below minReplicas, which is 3/,
  },
  {
    fault: "metric without its field",
    ...withApp(change(hpa, "type: Resource", "type: Pods")),
    line: 13,
    message: /type Pods needs the field "pods"/,
  },
  {
    fault: "metric target of another type",
    ...withApp(change(hpa, "type: Utilization", "type: AverageValue")),
    line: 17,
    message: /the target has averageUtilization, which is type Utilization/,
  },
  {
    fault: "Ingress to a missing Service",
    ...withApp(
      change(ingress, "name: api-server\n                port", "name: api\n                port"),
    ),
    line: 13,
    message: /no Service "api" in this set/,
  },
  {
    fault: "Ingress to a missing port",
    ...withApp(change(ingress, "number: 80", "number: 8080")),
    line: 15,
    message: /the Service "api-server" has no port 8080, it has 80/,
  },
  {
    fault: "Ingress without pathType",
    ...withApp(change(ingress, "            pathType: Prefix\n", "")),
    line: 9,
    message: /missing required field "pathType"/,
  },
  {
    fault: "HTTPRoute to a missing Gateway",
    ...withApp(change(route, "name: public", "name: publik")),
    line: 7,
    message: /no Gateway "publik" in this set/,
  },
  {
    fault: "HTTPRoute without a port",
    ...withApp(change(route, "\n          port: 80", "")),
    line: 10,
    message: /missing required field "port"/,
  },
  {
    fault: "StatefulSet without its Service",
    text: statefulSet,
    line: 5,
    message: /no Service "db" in this set/,
  },
  {
    fault: "Job that restarts always",
    text: change(job, "Never", "Always"),
    line: 8,
    message: /must be OnFailure or Never here/,
  },
  {
    fault: "Job without a restart policy",
    text: change(job, "      restartPolicy: Never\n", ""),
    line: 7,
    message: /needs restartPolicy: OnFailure or Never/,
  },
  { fault: "CronJob with four fields", text: cron, line: 5, message: /must be five fields/ },
  {
    fault: "object twice in a file",
    text: `${service}---\n${service}---\n${deployment}`,
    line: 17,
    message: /Service "api-server" is defined twice in this file/,
  },
];
