import { describe, expect, it } from "vitest";
import { commandsOf, readPages } from "./pages.ts";

/** The commands of the article that the site is made from. */
const ARTICLE = [
  "kubectl get pods",
  "kubectl get deployments",
  "kubectl get services",
  "kubectl describe pod <pod-name>",
  "kubectl logs <pod-name>",
  "kubectl logs <pod-name> -f",
  "kubectl logs <pod-name> --previous",
  "kubectl exec -it <pod-name> -- /bin/sh",
  "kubectl apply -f deployment.yaml",
  "kubectl delete pod <pod-name>",
  "kubectl scale deployment api-server --replicas=5",
  "kubectl rollout status deployment/api-server",
  "kubectl rollout undo deployment/api-server",
  "kubectl set image deployment/api-server api=myrepo/api-server:v1.2.4",
];

const commands = readPages().flatMap((page) =>
  commandsOf(page).map(({ text }) => ({ text, page: page.id })),
);
const pagesWith = (text: string) => [
  ...new Set(commands.filter((command) => command.text === text).map(({ page }) => page)),
];

describe("the article's commands", () => {
  it("are fourteen", () => {
    expect(new Set(ARTICLE).size).toBe(14);
  });

  it.each(ARTICLE)("%s is a command of the site, exactly", (text) => {
    expect(pagesWith(text), `no page shows \`${text}\``).not.toEqual([]);
  });

  it("set image stands in the list of commands and in the page on releases", () => {
    const where = pagesWith(ARTICLE.at(-1) ?? "");
    for (const id of ["guide/kubectl", "guide/deploying-a-new-version"])
      expect(where).toContain(id);
  });

  it("are all in the list of commands", () => {
    const listed = new Set(
      commands.filter(({ page }) => page === "guide/kubectl").map(({ text }) => text),
    );
    expect(ARTICLE.filter((text) => !listed.has(text))).toEqual([]);
  });
});

it("no command carries a note, a prompt or a trailing blank", () => {
  const wrong = commands.filter(({ text }) => /(?:^|\s)#\s|^[$>]\s|\s$/m.test(text));
  expect(wrong).toEqual([]);
});
