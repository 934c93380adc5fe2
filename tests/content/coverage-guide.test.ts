import { readFileSync } from "node:fs";
import { slug } from "github-slugger";
import { describe, expect, it } from "vitest";
import { readPages } from "../../src/content/pages.ts";
import { truthTable } from "./truth.ts";

/** What people type for the tasks of a day and of a night on call. */
const TASKS = [
  ...["restart a pod", "bounce a deployment", "re-pull the image", "get into a container"],
  ...["ssh into a pod", "copy a file from a pod", "run a one-off pod", "what changed"],
  ...["delete stuck pod", "scale up", "rollback", "decode a secret", "previous logs"],
  ...["expose a deployment", "rotate a secret", "switch cluster", "drain a node"],
  ...["local kubernetes cluster", "enforce restricted", "pods on different nodes"],
];

describe("a task leads to the section that shows how", () => {
  const shown = readPages().flatMap((page) => {
    const source = readFileSync(page.file, "utf8");
    const parts = source.split(/^## /m).slice(1);
    return Object.entries(page.data.sections).map(([id, words]) => ({
      words,
      text: parts.find((part) => slug(part.split("\n")[0] ?? "") === id) ?? "",
    }));
  });

  it.each(TASKS)("%s", (task) => {
    const answers = shown.filter(({ words }) => words.includes(task));
    expect(answers, "a section that has it among its words").not.toEqual([]);
    for (const { text } of answers) expect(text).toMatch(/^ *```sh|<Manifest |^\| /m);
  });
});

truthTable([
  {
    row: "a cluster to practise on",
    page: "guide/what-kubernetes-does",
    says: ["kind create cluster", "minikube start", "EKS is Kubernetes on AWS"],
  },
  {
    row: "a schema changes in two releases",
    page: "guide/deploying-a-new-version",
    says: ["change a schema in two releases"],
  },
  {
    row: "a token is mounted unless you say otherwise",
    page: "guide/production-mistakes",
    says: ["Every Pod gets a token for the Kubernetes API unless you say otherwise"],
  },
  {
    row: "a finished service",
    page: "guide/production-service",
    says: [
      "An HPA sets the number",
      "Otherwise a drained node counts as empty",
      "A Deployment that breaks the rules is still stored",
      "The rules hold only when a Pod is placed",
    ],
  },
  {
    row: "a finished service, applied",
    page: "guide/production-objects",
    says: [
      "A file for the Secret is missing on purpose",
      "It needs no metrics for that",
      "traffic from the Pod's own node is always let in",
      "Taking a file off the list does not delete its object",
    ],
  },
]);
