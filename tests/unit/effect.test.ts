import { describe, expect, it } from "vitest";
import { effectOf, kubectlVerb, type Effect } from "../../src/code/effect.ts";

const CASES: [Effect, string][] = [
  ["reads", "kubectl get pods"],
  ["reads", "kubectl --namespace x get pods"],
  ["reads", "kubectl -n x get pods"],
  ["reads", "kubectl -n=x --context prod get pods"],
  ["reads", "kubectl --context=prod describe pod <pod-name>"],
  ["reads", "kubectl rollout status deployment/api-server"],
  ["reads", "kubectl auth can-i delete pods"],
  ["reads", "kubectl get pods -o name | grep delete"],
  ["reads", "kubectl get pods -o jsonpath='{.a} | {.b}; kubectl delete'"],
  ["changes", "kubectl apply -f deployment.yaml"],
  ["changes", "kubectl rollout undo deployment/api-server"],
  ["changes", "kubectl set image deployment/api-server api=myrepo/api-server:v1.2.4"],
  ["changes", "kubectl apply -f - <<EOF\nit's | kubectl\nEOF"],
  ["changes", "kubectl create secret generic a --dry-run=client -o yaml | kubectl apply -f -"],
  ["changes", "kubectl apply --dry-run=none -f a.yaml"],
  ["deletes", "kubectl delete pod <pod-name>"],
  ["deletes", "kubectl get pods && kubectl delete pod x || true"],
  ["deletes", "kubectl apply -f a.yaml ; kubectl delete pod x"],
  ["enters", "kubectl exec -it <pod-name> -- /bin/sh"],
  ["enters", "kubectl exec x -- sh -c 'kubectl delete pod y; ls'"],
  ["local", "kubectl config use-context <context>"],
  ["local", "kubectl apply --dry-run=client -f a.yaml"],
  ["reads", "kubectl apply --dry-run=server -f a.yaml"],
  ["local", "docker build -t a ."],
  ["local", "cat delete | tr a b"],
];

/** Ways to write a list or to run kubectl by another program: the harm must not go unseen. */
const HIDDEN: [Effect, string][] = [
  ["deletes", "kubectl get pods; kubectl delete pod x"],
  ["deletes", "kubectl get pods;kubectl delete pod x"],
  ["deletes", "kubectl get pods&&kubectl delete pod x"],
  ["deletes", "kubectl get pods & kubectl delete pod x"],
  ["deletes", "(kubectl delete pod x)"],
  ["deletes", "KUBECONFIG=x kubectl delete pod y"],
  ["deletes", "sudo kubectl delete pod x"],
  ["deletes", "timeout 5 kubectl delete pod x"],
  ["deletes", "kubectl get pods -o name | xargs kubectl delete"],
  ["deletes", "kubectl get pods -o name|xargs kubectl delete"],
  ["changes", "kubectl run x --image=y -- cmd --dry-run=client"],
  ["reads", "kubectl apply view-last-applied deployment/api-server"],
];

describe("effectOf", () => {
  it.each(CASES)("%s: %s", (effect, command) => {
    expect(effectOf(command)).toBe(effect);
  });

  it.each(HIDDEN)("%s: %s", (effect, command) => {
    expect(effectOf(command)).toBe(effect);
  });

  it.each(["kubectl gett pods", "kubectl", "kubectl --help", "ls && kubectl rollout"])(
    "refuses %s",
    (command) => {
      expect(() => effectOf(command)).toThrow(/unknown kubectl command "kubectl/);
    },
  );
});

describe("kubectlVerb", () => {
  it.each([
    ["kubectl get pods", "get"],
    ["kubectl rollout undo deployment/a", "rollout undo"],
    ["kubectl -n x rollout undo deployment/a", "rollout undo"],
    ["kubectl --as jane get pods", "get"],
    ["kubectl -v 6 get pods", "get"],
    ["kubectl -s https://a:6443 get pods", "get"],
    ["kubectl --user jane get pods", "get"],
    ["kubectl rollout -n x status deployment/a", "rollout status"],
    ["kubectl gett pods", undefined],
    ["kubectl rollout", undefined],
    ["kubectl constructor", undefined],
    ["kubectl", undefined],
  ])("of %s", (command, verb) => {
    expect(kubectlVerb(command.split(" "))).toBe(verb);
  });
});
