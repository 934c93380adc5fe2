import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HttpServer } from "../../tools/api-server/http.ts";
import { serveScenario } from "../../tools/api-server/scenario.ts";
import { findKubectl } from "../../tools/kubectl/find.mjs";
import { makeSandbox, type Sandbox } from "../../tools/kubectl/sandbox.ts";

const kubectl = findKubectl();
const AS = "--as=system:serviceaccount:default:api-server";

describe.skipIf(!kubectl)("what the API server answers, printed by kubectl", () => {
  let server: HttpServer;
  let sandbox: Sandbox;
  beforeAll(async () => {
    server = await serveScenario("every-page");
    sandbox = makeSandbox(kubectl?.path ?? "", server.url);
  });
  afterAll(async () => {
    sandbox.remove();
    await server.close();
  });

  it.for([
    [`kubectl auth can-i list configmaps ${AS}`, 0, "yes"],
    [`kubectl auth can-i delete configmaps ${AS}`, 1, "no"],
    [`kubectl auth can-i get /healthz ${AS}`, 1, "no"],
    ["kubectl auth can-i get /healthz", 0, "yes"],
    [
      `kubectl patch configmap api-config --type=json -p '[{"op":"test","path":"/data","value":1}]'`,
      1,
      "The request is invalid: the server rejected our request due to an error in our request",
    ],
    [
      `kubectl patch configmap api-config --type=json -p '[{"op":"copy","from":"/data/LOG_LEVEL","path":"/data/COPY"}]'`,
      0,
      "configmap/api-config patched",
    ],
    [
      "kubectl create configmap guarded && kubectl patch configmap guarded --type=merge " +
        `-p '{"metadata":{"finalizers":["example.com/x"]}}' && kubectl delete configmap guarded --wait=false && ` +
        `kubectl get configmap guarded -o 'jsonpath={.metadata.finalizers}' && ` +
        `kubectl patch configmap guarded --type=merge -p '{"metadata":{"finalizers":null}}'`,
      0,
      '["example.com/x"]configmap/guarded patched',
    ],
    [
      "kubectl get configmap guarded",
      1,
      'Error from server (NotFound): configmaps "guarded" not found',
    ],
    ["kubectl delete configmaps --all --wait=false -o name", 0, "configmap/api-config"],
    ["printf 'echo typed' | kubectl exec -i deployment/api-server -- sh", 0, "typed"],
    ["kubectl exec deployment/api-server -- sh -c 'exit 3'", 3, "exit code 3"],
  ] as const)("%s", async ([command, status, printed]) => {
    const result = await sandbox.run(command);
    expect(result.stdout + result.stderr).toContain(printed);
    expect(result.status).toBe(status);
  });
});
