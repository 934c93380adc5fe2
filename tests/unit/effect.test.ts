import { describe, expect, it } from "vitest";
import { parseCall } from "../../src/kubectl/arguments.ts";
import { effectOf } from "../../src/kubectl/effect.ts";
import type { Effect } from "../../src/kubectl/verbs.ts";

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
  ["deletes", 'echo "$(kubectl delete pod x)"'],
  ["deletes", "echo `kubectl delete pod x`"],
  ["deletes", "cat <(kubectl delete pod x)"],
  ["deletes", "cat <<EOF\n$(kubectl delete pod x)\nEOF"],
  ["deletes", "bash -c 'kubectl delete pod x'"],
  ["deletes", 'sh -ec "kubectl get pods; kubectl delete pod x"'],
  ["deletes", "sudo -u root bash -lc 'kubectl delete pod x'"],
  ["deletes", "bash <<'EOF'\nkubectl delete pod x\nEOF"],
  ["deletes", "sh <<< 'kubectl delete pod x'"],
  ["deletes", "eval 'kubectl delete' pod x"],
  ["deletes", "watch -n 1 'kubectl delete pod x'"],
  ["deletes", "xargs -I{} sh -c 'kubectl delete pod {}'"],
  ["deletes", "env -i A=b kubectl delete pod x"],
  ["deletes", "find . -name '*.yaml' -exec kubectl delete -f {} \\;"],
  ["deletes", "/usr/local/bin/kubectl delete pod x"],
  ["deletes", "ku'bect'l delete pod x"],
  ["deletes", "if true; then kubectl delete pod x; fi"],
  ["deletes", "trap 'kubectl delete pod x' EXIT"],
  ["deletes", "kubectl apply --prune -l a=b -f a.yaml"],
  ["deletes", "kubectl replace --force -f a.yaml"],
  ["changes", "kubectl replace --force=false -f a.yaml"],
  ["local", "kubectl delete pod x --dry-run=client"],
  ["changes", "kubectl apply --dry-run=client --dry-run=none -f a.yaml"],
  ["local", "echo '$(kubectl delete pod x)'"],
  ["local", "cat <<'EOF'\n$(kubectl delete pod x)\nEOF"],
  ["local", "sudo apt-get install kubectl"],
  ["local", "command -v kubectl"],
  ["reads", "kubectl proxy --port 8001"],
  ["local", "kubectl config set-cluster x --server https://a:6443"],
  ["reads", "kubectl get -l app=delete pods"],
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

describe("the verb", () => {
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
    expect(parseCall(command.split(" ")).verb).toBe(verb);
  });
});
