import { textAt, type ApiObject } from "../objects.ts";

type Test = (object: ApiObject) => boolean;

/** Fields that a field selector names differently from their path in the object. */
const FIELDS: Record<string, string> = {
  "involvedObject.apiVersion": "involvedObject.apiVersion",
  source: "source.component",
};

function fieldTest(requirement: string): Test {
  const [, path = "", operator = "=", wanted = ""] =
    /^([\w./-]+?)\s*(!=|==|=)\s*(.*)$/.exec(requirement) ?? [];
  const steps = (FIELDS[path] ?? path).split(".");
  return (object) => ((textAt(object, ...steps) ?? "") === wanted) !== (operator === "!=");
}

function labelTest(requirement: string): Test {
  const set = /^([\w./-]+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(requirement);
  if (set) {
    const [, key = "", operator, list = ""] = set;
    const values = list.split(",").map((value) => value.trim());
    return ({ metadata }) =>
      values.includes(metadata?.labels?.[key] ?? "\0") === (operator === "in");
  }
  const equal = /^([\w./-]+)\s*(!=|==|=)\s*([\w.-]*)$/.exec(requirement);
  if (equal) {
    const [, key = "", operator, value] = equal;
    return ({ metadata }) => (metadata?.labels?.[key] === value) !== (operator === "!=");
  }
  const key = requirement.replace(/^!/, "");
  return ({ metadata }) => (metadata?.labels?.[key] !== undefined) !== requirement.startsWith("!");
}

/**
 * Reads the label and field selectors of a request.
 * @param query the request's query
 * @returns whether an object is selected
 */
export function selection(query: URLSearchParams): Test {
  const labels = query.get("labelSelector") ?? "";
  const fields = query.get("fieldSelector") ?? "";
  const tests = [
    ...labels
      .split(/,(?![^(]*\))/)
      .filter(Boolean)
      .map((one) => labelTest(one.trim())),
    ...fields
      .split(",")
      .filter(Boolean)
      .map((one) => fieldTest(one.trim())),
  ];
  return (object) => tests.every((test) => test(object));
}
