import { expect, test } from "vitest";
import { formatProblem, validate } from "../../src/validate/index.ts";
import { head } from "./make.ts";

const said = (apiVersion: string, kind: string) =>
  validate([{ name: "a.yaml", text: head(apiVersion, kind) }]).map(
    (one) => `${one.level} ${formatProblem(one)}`,
  );

test.each([
  ["v1", "PersistentVolume", /^note .* the kind PersistentVolume is not checked here$/],
  ["storage.k8s.io/v1", "StorageClass", /^note /],
  ["apiregistration.k8s.io/v1", "APIService", /^note .* not checked here$/],
  ["gateway.networking.k8s.io/v1", "GRPCRoute", /^note /],
  ["resource.k8s.io/v1beta2", "ResourceClaim", /^note /],
  ["monitoring.coreos.com/v1", "ServiceMonitor", /^note .* is no kind of Kubernetes itself$/],
  ["serving.knative.dev/v1", "Service", /^note /],
  ["networking.istio.io/v1", "Gateway", /^note /],
  ["snapshot.storage.k8s.io/v1", "VolumeSnapshot", /^note /],
  ["v1", "pod", /^error .* has no kind "pod" in "v1", did you mean "Pod"\?$/],
  ["v1", "PersistentVolumes", /^error .* did you mean "PersistentVolume"\?$/],
  [
    "deployment/v1",
    "Deployment",
    /^error .* there is no Deployment in "deployment\/v1", write "apps\/v1"$/,
  ],
  ["v1", "StorageClass", /^error .* write "storage\.k8s\.io\/v1"$/],
  ["storage.k8s.io/v1beta1", "StorageClass", /^error .* was removed in Kubernetes 1\.22, write/],
  ["autoscaling/v2beta2", "HorizontalPodAutoscaler", /^error .* write "autoscaling\/v2"$/],
])("%s %s", (apiVersion, kind, message) => {
  expect(said(apiVersion, kind)).toEqual([expect.stringMatching(message)]);
});
