import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { nodesOf } from "../../src/content/mdx-tree.ts";
import { readPages } from "../../src/content/pages.ts";
import { commandsOf } from "../../src/content/shell-blocks.ts";
import { wholeText } from "./page-text.ts";

/** What the article gets wrong: number, the page of its subject, words that put it right. */
const CORRECTIONS: [number, string, ...string[]][] = [
  [
    3,
    "guide/kubectl",
    "A name in angle brackets, such as <pod-name>, is for you to replace",
    "Bash looks for a file called pod-name",
  ],
  [
    5,
    "guide/pods",
    "starts the container again inside the same Pod",
    "IP address Same Normally new",
  ],
  [6, "guide/pods", "The scheduler gives a Pod a node once", "Nothing carries it to another node"],
  [7, "guide/deployments", "The kubelet restarts containers, the ReplicaSet replaces Pods"],
  [
    8,
    "guide/deployments",
    "StatefulSet, when each Pod needs",
    "DaemonSet, when every node",
    "Job, when a task runs to its end",
    "CronJob, when a Job should start on a schedule",
  ],
  [9, "guide/pods", "init container with restartPolicy: Always, stable since Kubernetes 1.33"],
  [
    10,
    "guide/deployments",
    "In apps/v1 the selector is fixed at creation",
    "The selector must match the template's labels",
  ],
  [11, "guide/deployments", "containerPort is documentation. Leaving it out closes nothing"],
  [12, "guide/services", "Pods that match the selector and are ready"],
  [
    13,
    "guide/services",
    "Something has to provide it, such as your cloud or MetalLB",
    "put a Gateway or an Ingress in front",
  ],
  [
    14,
    "guide/deployments",
    "can be moved to other content",
    "names the content itself and cannot",
    "it is IfNotPresent",
    "For :latest, or no tag at all, it is Always",
  ],
  [
    15,
    "guide/configmaps-and-secrets",
    "That is an encoding",
    "Secrets are stored unencrypted in etcd by default",
    "RBAC rules on who may read Secrets, and encryption at rest",
  ],
  [
    16,
    "guide/configmaps-and-secrets",
    "A variable is fixed when its container starts",
    "rewrites a mounted file in place",
    "A file mounted with subPath is not updated",
  ],
  [
    17,
    "guide/configmaps-and-secrets",
    "kubectl create secret generic db-secret --from-file=",
    "Create db-secret before you apply the Deployment",
    "CreateContainerConfigError",
  ],
  [
    18,
    "guide/deploying-a-new-version",
    "set image, scale and rollout undo change the cluster, not the file",
    "kubectl apply sets every field in the file back",
  ],
  [
    19,
    "guide/deploying-a-new-version",
    "undo restores the Pod template and nothing else",
    "It also leaves your file behind",
  ],
  [
    20,
    "guide/deploying-a-new-version",
    "Both default to 25 %",
    "The surge is rounded up, the unavailable Pods are rounded down",
    "From four on, an old Pod may go first",
    'Without a readiness probe, "available" only means started',
  ],
  [
    21,
    "guide/debugging-a-crashing-pod",
    "Failing liveness and startup probes restart a container",
    "Takes the Pod out of its Services, restarts nothing",
  ],
  [
    22,
    "guide/debugging-a-crashing-pod",
    "find Last State. It has Reason, Exit Code",
    "Events are kept for one hour by default",
  ],
  [
    23,
    "guide/kubectl",
    "one instance of the container, whether it crashed or was stopped",
    "With several containers, name the one you mean with -c",
  ],
  [
    24,
    "guide/kubectl",
    "Small images often have no shell",
    "kubectl debug -it <pod-name> --image=busybox",
    "stable since Kubernetes 1.25",
  ],
  [
    25,
    "guide/kubectl",
    "Its controller creates another",
    "To stop the workload, scale the Deployment to zero, or delete it",
  ],
  [26, "guide/requests-and-limits", "Requests and a memory limit: always. A CPU limit: it depends"],
  [
    27,
    "guide/requests-and-limits",
    "A request is what the scheduler reserves",
    "Anything between is Burstable, like the Pod above",
  ],
  [28, "guide/requests-and-limits", "Over the CPU limit it is throttled, never killed"],
  [29, "guide/requests-and-limits", "resize it in place, stable since Kubernetes 1.35"],
  [
    30,
    "guide/what-to-learn-next",
    "Gateway API, which the Kubernetes project recommends",
    "it is frozen: nothing new is added",
    "Both need a controller",
    "ingress-nginx controller was retired in March 2026",
  ],
  [
    31,
    "guide/what-to-learn-next",
    "CPU and memory targets need two things",
    "custom and external metrics",
    "With an HPA, leave replicas out of the Deployment's manifest",
  ],
  [
    32,
    "guide/what-to-learn-next",
    "A namespace isolates nothing on the network",
    "Nor is it a security boundary by itself",
  ],
  [33, "guide/what-kubernetes-does", "It scales only when told"],
  [
    34,
    "background/from-container-to-kubernetes",
    "Amazon ECS is not Kubernetes",
    "On AWS it is called EKS",
  ],
  [
    36,
    "guide/kubectl",
    "kubectl get all leaves out ConfigMaps, Secrets and Ingresses, among others",
  ],
];

/** Those that are a matter of form and not of words; each has a test of its own below. */
const OF_FORM = [1, 2, 4, 35];

const pages = readPages();
const squeeze = (text: string) => text.replace(/\s+/g, " ");

describe("each correction is readable on the page of its subject", () => {
  it.each(CORRECTIONS)("%i, on %s", (_number, id, ...phrases) => {
    const page = pages.find((candidate) => candidate.id === id);
    const text = page ? squeeze(wholeText(page)) : `no page ${id}`;
    const missing = phrases.filter((phrase) => !text.includes(phrase));
    const hint = "Hint: the correction must stay; new words for it go into this table.";
    expect(missing, `content/${id}.mdx:1 does not say it\n  ${hint}`).toEqual([]);
  });
});

describe("the corrections of form", () => {
  it("1: Deployment and Service are nested as they must be", () => {
    const read = (name: string) =>
      parseDocument(readFileSync(`content/manifests/${name}.yaml`, "utf8"));
    expect(read("deployment").getIn(["spec", "template", "spec", "containers", 0, "name"])).toBe(
      "api",
    );
    expect(read("service").getIn(["spec", "ports", 0, "targetPort"])).toBe(8000);
  });

  it("2: no command runs into prose", () => {
    const spans = pages
      .flatMap((page) => nodesOf(page.tree, "inlineCode"))
      .map(({ value }) => value ?? "");
    expect(spans.filter((text) => /<[a-z-]+>\s?[—–]/.test(text))).toEqual([]);
    expect(pages.map(wholeText).filter((text) => /<[a-z-]+>\s?[—–]/.test(text))).toEqual([]);
  });

  it("4: commands are under headings, and a note is beside its command", () => {
    const page = pages.find(({ id }) => id === "guide/kubectl");
    const commands = page ? commandsOf(page) : [];
    expect(commands.filter(({ text }) => /(?:^|\s)#\s/.test(text))).toEqual([]);
    expect(commands.filter(({ note }) => note !== undefined).length).toBeGreaterThan(3);
    expect(page && nodesOf(page.tree, "heading").length).toBeGreaterThan(5);
  });

  it("35: no claim of what most of production runs on", () => {
    const files = ["content/**/*.{md,mdx,yaml}", "src/**/*.{astro,ts}"].flatMap((glob) =>
      globSync(glob),
    );
    const texts = files.map((file) => [file, squeeze(readFileSync(file, "utf8"))] as const);
    expect(files.length).toBeGreaterThan(80);
    const claims = texts.filter(([, text]) =>
      /most (?:of )?(?:all )?production|most production/i.test(text),
    );
    expect(claims.map(([file]) => file)).toEqual([]);
  });
});

it("no correction is left out", () => {
  const numbers = [...CORRECTIONS.map(([number]) => number), ...OF_FORM].sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 36 }, (_, index) => index + 1));
});
