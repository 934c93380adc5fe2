import { expect, test } from "vitest";
import { formatProblem, validateFragment } from "../../src/validate/index.ts";

const resources = "spec.template.spec.containers[0].resources";
const check = (text: string, path = resources, kind = "Deployment") =>
  validateFragment({ name: "part.yaml", text, kind, path }).map(formatProblem);

test("with its own key and without", () => {
  expect(check('resources:\n  requests:\n    memory: "128Mi"\n')).toEqual([]);
  expect(check('requests:\n  memory: "128Mi"\n')).toEqual([]);
});

test("a list item, with its dash and without", () => {
  const path = "spec.template.spec.containers[0].env[0]";
  expect(check("- name: A\n  value: b\n", path)).toEqual([]);
  expect(check("name: A\nvalue: b\n", path)).toEqual([]);
});

test.each([
  [
    "resources:\n  request: {}\n",
    /^part.yaml:2:3 .*resources.request: unknown field, did you mean "requests"/,
  ],
  ["request: {}\n", /^part.yaml:1:1 .*resources.request: unknown field/],
  ["resources:\n  limits:\n    memory: 128MB\n", /^part.yaml:3:13 .*not a quantity/],
  ["resources:\nrequests:\nmemory: 128Mi\n", /^part.yaml:2:1 the indentation is lost/],
  ["resources: {}\nrequests:\n  cpu: 1\n", /^part.yaml:2:1 .*is beside "resources"/],
  ["resource:\n  limits: {}\n", /^part.yaml:1:1 .*resource: unknown field/],
  ["", /the fragment is empty/],
])("%j", (text, message) => {
  expect(check(text)).toHaveLength(1);
  expect(check(text)[0]).toMatch(message);
});

test("a place that does not exist", () => {
  expect(check("{}", "spec.template.spec.container[0]")).toEqual([
    'part.yaml:1:1 spec.template.spec.container[0]: Deployment has no such field: "container", did you mean "containers"?',
  ]);
  expect(check("{}", "spec", "Deploymnet")[0]).toMatch(/did you mean "Deployment"/);
});

test("names twice in a list", () => {
  const text = "env:\n  - { name: A, value: b }\n  - { name: A, value: c }\n";
  const found = check(text, "spec.template.spec.containers[0].env");
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^part.yaml:3:7 .*env\[1\].name: duplicate name "A"/);
});
