import { describe, expect, it } from "vitest";
import { readPatch } from "../../src/cluster/api/patch/patch.ts";

const pod = {
  spec: {
    containers: [
      { name: "api", image: "one", env: [{ name: "A", value: "1" }] },
      { name: "side", image: "two" },
    ],
  },
};

const JSON_PATCH = "application/json-patch+json";
const MERGE_PATCH = "application/merge-patch+json";
const STRATEGIC_PATCH = "application/strategic-merge-patch+json";

function patched<Target extends object>(target: Target, patch: unknown, form: string): Target {
  return readPatch(JSON.stringify(patch), form).apply(target);
}

/** The error of a patch, as the client gets it. */
function failure(patch: unknown, form: string): unknown {
  try {
    patched(pod, patch, form);
  } catch (error) {
    const { code, reason, message } = error as { code: number; reason: string; message: string };
    return { code, reason, message };
  }
  return undefined;
}

const unprocessable = {
  code: 422,
  reason: "Invalid",
  message: "the server rejected our request due to an error in our request",
};

describe("a strategic merge patch", () => {
  it("merges containers by name", () => {
    const patch = { spec: { containers: [{ name: "api", image: "new" }] } };
    const result = patched(pod, patch, STRATEGIC_PATCH);
    expect(result.spec.containers.map(({ image }) => image)).toEqual(["new", "two"]);
    expect(result.spec.containers[0]?.env).toEqual([{ name: "A", value: "1" }]);
    expect(pod.spec.containers[0]?.image).toBe("one");
  });
  it("deletes an item and keeps the order asked for", () => {
    const order = [{ name: "new" }, { name: "side" }];
    const containers = [{ name: "api", $patch: "delete" }, { name: "new" }];
    const patch = { spec: { "$setElementOrder/containers": order, containers } };
    const result = patched(pod, patch, STRATEGIC_PATCH);
    expect(result.spec.containers.map(({ name }) => name)).toEqual(["new", "side"]);
  });
});

describe("a merge patch", () => {
  it("replaces whole lists, and removes by null at every depth", () => {
    const patch = { spec: { containers: [], x: 1, deep: { gone: null, kept: true } }, y: null };
    const result = patched({ ...pod, y: 2 }, patch, MERGE_PATCH);
    expect(result).toEqual({ spec: { containers: [], x: 1, deep: { kept: true } } });
    expect(pod.spec.containers).toHaveLength(2);
  });
  it("has to be an object", () => {
    expect(failure([], MERGE_PATCH)).toEqual({
      code: 400,
      reason: "BadRequest",
      message:
        "error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}",
    });
  });
});

describe("a JSON patch", () => {
  const image = "/spec/containers/1/image";
  it.for([
    ["replace", [{ op: "replace", path: image, value: "three" }], ["one", "three"]],
    [
      "test, then replace",
      [
        { op: "test", path: image, value: "two" },
        { op: "replace", path: image, value: "three" },
      ],
      ["one", "three"],
    ],
    ["copy", [{ op: "copy", from: "/spec/containers/0/image", path: image }], ["one", "one"]],
    [
      "move",
      [{ op: "move", from: "/spec/containers/1", path: "/spec/containers/0" }],
      ["two", "one"],
    ],
    ["remove", [{ op: "remove", path: "/spec/containers/0" }], ["two"]],
    [
      "add",
      [{ op: "add", path: "/spec/containers/-", value: { image: "new" } }],
      ["one", "two", "new"],
    ],
    [
      "test of a list item",
      [{ op: "test", path: "/spec/containers/1", value: { image: "two", name: "side" } }],
      ["one", "two"],
    ],
  ] as const)("%s", ([, operations, images]) => {
    const result = patched(pod, operations, JSON_PATCH);
    expect(result.spec.containers.map((container) => container.image)).toEqual(images);
    expect(pod.spec.containers.map((container) => container.image)).toEqual(["one", "two"]);
  });

  it.for([
    ["a test that fails", { op: "test", path: image, value: "three" }],
    ["a test of a list item that fails", { op: "test", path: "/spec/containers/0", value: {} }],
    ["a missing field", { op: "replace", path: "/spec/nothing", value: 1 }],
    ["a missing source", { op: "copy", from: "/spec/nothing", path: "/spec/x" }],
    ["an unknown operation", { op: "merge", path: "/spec/x", value: 1 }],
    ["a prototype", { op: "add", path: "/__proto__/x", value: 1 }],
    ["the whole object", { op: "replace", path: "", value: "text" }],
  ] as const)("refuses %s, and keeps the cause to itself", ([, operation]) => {
    expect(failure([operation], JSON_PATCH)).toEqual(unprocessable);
  });

  it.for([
    [{}, "cannot unmarshal object into Go value of type []handlers.jsonPatchOp"],
    [["text"], "cannot unmarshal string into Go value of type handlers.jsonPatchOp"],
  ] as const)("has to be a list of operations: %j", ([patch, cause]) => {
    const message = `error decoding patch: json: ${cause}`;
    expect(failure(patch, JSON_PATCH)).toEqual({ code: 400, reason: "BadRequest", message });
  });

  it("has 10,000 operations at most", () => {
    const many = Array.from({ length: 10_001 }, () => ({ op: "test", path: "/x", value: 1 }));
    expect(failure(many, JSON_PATCH)).toEqual({
      code: 413,
      reason: "RequestEntityTooLarge",
      message:
        "Request entity too large: The allowed maximum operations in a JSON patch is 10000, got 10001",
    });
  });
});

it("refuses a form that it does not know, and names those it does", () => {
  expect(failure({}, "application/apply-patch+yaml")).toEqual({
    code: 415,
    reason: "UnsupportedMediaType",
    message: `the body of the request was in an unknown format - accepted media types include: ${JSON_PATCH}, ${MERGE_PATCH}, ${STRATEGIC_PATCH}`,
  });
});
