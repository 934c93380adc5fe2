import { apiVersion, SERVED_KINDS, type ServedKind } from "../kinds.ts";

const VERBS = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];

/** Groups with their version, the core group first. */
const GROUPS = [...new Map(SERVED_KINDS.map((kind) => [apiVersion(kind), kind])).values()];

/** The kind that a subresource is of, and its verbs. */
const SUBRESOURCES: Record<
  string,
  { group: string; version: string; kind: string; verbs: string[] }
> = {
  eviction: { group: "policy", version: "v1", kind: "Eviction", verbs: ["create"] },
  exec: { group: "", version: "v1", kind: "PodExecOptions", verbs: ["create", "get"] },
  log: { group: "", version: "v1", kind: "Pod", verbs: ["get"] },
  portforward: {
    group: "",
    version: "v1",
    kind: "PodPortForwardOptions",
    verbs: ["create", "get"],
  },
  scale: { group: "autoscaling", version: "v1", kind: "Scale", verbs: ["get", "patch", "update"] },
  status: { group: "", version: "", kind: "", verbs: ["get", "patch", "update"] },
};

const inGroup = (group: ServedKind) =>
  SERVED_KINDS.filter((kind) => apiVersion(kind) === apiVersion(group));

function aggregatedResource(kind: ServedKind): Record<string, unknown> {
  return {
    resource: kind.plural,
    responseKind: { group: kind.group, version: kind.version, kind: kind.kind },
    scope: kind.namespaced ? "Namespaced" : "Cluster",
    singularResource: kind.singular,
    verbs: VERBS,
    shortNames: kind.short,
    categories: kind.all ? ["all"] : [],
    subresources: kind.subresources.map((name) => {
      const { verbs = [], ...response } = SUBRESOURCES[name] ?? {};
      return {
        subresource: name,
        responseKind:
          name === "status"
            ? { group: kind.group, version: kind.version, kind: kind.kind }
            : response,
        verbs,
      };
    }),
  };
}

/** Discovery in one document, as clients ask for it since 1.26: of the core group, or the others. */
function aggregatedDiscovery(core: boolean): Record<string, unknown> {
  return {
    kind: "APIGroupDiscoveryList",
    apiVersion: "apidiscovery.k8s.io/v2",
    metadata: {},
    items: GROUPS.filter(({ group }) => (group === "") === core).map((group) => ({
      metadata: group.group === "" ? {} : { name: group.group },
      versions: [
        {
          version: group.version,
          freshness: "Current",
          resources: inGroup(group).map(aggregatedResource),
        },
      ],
    })),
  };
}

function groupOf(group: ServedKind): Record<string, unknown> {
  const version = { groupVersion: apiVersion(group), version: group.version };
  return { name: group.group, versions: [version], preferredVersion: version };
}

function subresourceOf(kind: ServedKind, name: string): Record<string, unknown> {
  const { verbs = [], ...response } = SUBRESOURCES[name] ?? {};
  const own = name === "status" ? { kind: kind.kind } : response;
  const namespaced = { singularName: "", namespaced: true };
  return { name: `${kind.plural}/${name}`, ...namespaced, ...own, verbs };
}

function resourcesOf(kind: ServedKind): Record<string, unknown>[] {
  const resource = {
    name: kind.plural,
    singularName: kind.singular,
    namespaced: kind.namespaced,
    kind: kind.kind,
    verbs: VERBS,
    shortNames: kind.short,
    categories: kind.all ? ["all"] : [],
  };
  return [resource, ...kind.subresources.map((name) => subresourceOf(kind, name))];
}

/** Discovery step by step. @returns undefined when the path is none of its documents */
function legacyDiscovery(path: string): Record<string, unknown> | undefined {
  if (path === "/api") return { kind: "APIVersions", versions: ["v1"] };
  if (path === "/apis") {
    const groups = GROUPS.filter(({ group }) => group !== "").map(groupOf);
    return { kind: "APIGroupList", apiVersion: "v1", groups };
  }
  const group = GROUPS.find(
    (one) => path === (one.group === "" ? "/api/v1" : `/apis/${apiVersion(one)}`),
  );
  if (!group) return undefined;
  return {
    kind: "APIResourceList",
    apiVersion: "v1",
    groupVersion: apiVersion(group),
    resources: inGroup(group).flatMap(resourcesOf),
  };
}

const AGGREGATED_TYPE = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

/**
 * Answers which kinds the cluster serves.
 * @param accept the forms that the client reads
 * @returns undefined when the path is not that of a document of discovery
 */
export function discoveryResponse(path: string, accept: string): Response | undefined {
  if (/^\/apis?$/.test(path) && accept.includes("as=APIGroupDiscoveryList")) {
    const headers = { "content-type": AGGREGATED_TYPE };
    return Response.json(aggregatedDiscovery(path === "/api"), { headers });
  }
  const document = legacyDiscovery(path);
  return document && Response.json(document);
}
