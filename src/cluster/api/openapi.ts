import { apiVersion, SERVED_KINDS, type ServedKind } from "../kinds.ts";
import { VERSION } from "../version.ts";
import { openapiSchemas } from "./openapi-schemas.ts";
import type { ApiServerOptions } from "./server.ts";

/** A Swagger 2.0 document without content, in gnostic's protobuf form: field 1, "2.0". */
const SWAGGER = Uint8Array.of(0x0a, 0x03, 0x32, 0x2e, 0x30);
const SWAGGER_TYPE = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

const root = (kind: ServedKind) => `${kind.group === "" ? "api" : "apis"}/${apiVersion(kind)}`;

/** The list of OpenAPI v3 documents. */
function index(): unknown {
  const paths = SERVED_KINDS.map((kind) => {
    const path = root(kind);
    return [path, { serverRelativeURL: `/openapi/v3/${path}?hash=1` }];
  });
  return { paths: Object.fromEntries(paths) as unknown };
}

/**
 * The OpenAPI v3 document of a group version: that every kind can be patched with field validation
 * by the server, and the schemas that `kubectl explain` prints.
 * @returns undefined when the cluster serves no such group version
 */
function groupDocument(path: string, { schema, descriptions }: ApiServerOptions): unknown {
  const kinds = SERVED_KINDS.filter((kind) => root(kind) === path);
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
    info: { title: "Kubernetes", version: VERSION },
    paths: Object.fromEntries(paths) as unknown,
    components: { schemas: schema && descriptions ? openapiSchemas(schema, descriptions) : {} },
  };
}

/** Answers with an OpenAPI document. @returns undefined when the path is not that of one */
export function openapiResponse(path: string, options: ApiServerOptions): Response | undefined {
  if (path === "/openapi/v2") {
    return new Response(SWAGGER, { headers: { "content-type": SWAGGER_TYPE } });
  }
  if (path === "/openapi/v3") return Response.json(index());
  const group = /^\/openapi\/v3\/(.+)$/.exec(path)?.[1];
  const document = group === undefined ? undefined : groupDocument(group, options);
  return document === undefined ? undefined : Response.json(document);
}
