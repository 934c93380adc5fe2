import { apiVersion, KINDS, type Kind } from "../kinds.ts";

/** A Swagger 2.0 document without content, in gnostic's protobuf form: field 1, "2.0". */
export const SWAGGER = Buffer.from([0x0a, 0x03, 0x32, 0x2e, 0x30]);

/** The media type in which clients ask for it. */
export const SWAGGER_TYPE = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

const root = (kind: Kind) => `${kind.group === "" ? "api" : "apis"}/${apiVersion(kind)}`;

/**
 * The list of OpenAPI v3 documents.
 * @returns the document of `/openapi/v3`
 */
export function openapiIndex(): Record<string, unknown> {
  const paths = KINDS.map((kind) => {
    const path = root(kind);
    return [path, { serverRelativeURL: `/openapi/v3/${path}?hash=1` }];
  });
  return { paths: Object.fromEntries(paths) as unknown };
}

/** Schemas of the API by their Kubernetes name, for example `io.k8s.api.apps.v1.Deployment`. */
export type Schemas = Record<string, Record<string, unknown>>;

/**
 * The OpenAPI v3 document of a group version: that every kind can be patched with field validation
 * by the server, and the schemas that `kubectl explain` prints.
 * @param path what follows `/openapi/v3/`
 * @param schemas schemas by name, none when descriptions are not at hand
 * @returns the document, undefined when the cluster serves no such group version
 */
export function openapiDocument(
  path: string,
  schemas: Schemas = {},
): Record<string, unknown> | undefined {
  const kinds = KINDS.filter((kind) => root(kind) === path);
  if (kinds.length === 0) return undefined;
  const parameters = ["dryRun", "fieldManager", "fieldValidation", "force"].map((name) => ({
    name,
    in: "query",
    schema: { type: "string" },
  }));
  const paths = kinds.map((kind) => {
    const within = kind.namespaced ? "namespaces/{namespace}/" : "";
    const what = { group: kind.group, version: kind.version, kind: kind.kind };
    const operation = { "x-kubernetes-group-version-kind": what, parameters, responses: {} };
    return [`/${path}/${within}${kind.plural}/{name}`, { get: operation, patch: operation }];
  });
  return {
    openapi: "3.0.0",
    info: { title: "Kubernetes", version: "v1.36.3" },
    paths: Object.fromEntries(paths) as unknown,
    components: { schemas },
  };
}
