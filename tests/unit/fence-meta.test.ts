import { expect, it } from "vitest";
import { ContentError } from "../../src/content/content-error.ts";
import { parseFenceMeta } from "../../src/content/fence-meta.ts";
import { reportOf } from "./support/report.ts";

it.each([
  ["", {}],
  ["  ", {}],
  ['title="Dockerfile"', { title: "Dockerfile" }],
  ['title="a b" output="c"', { title: "a b", output: "c" }],
  ['output="c"  title=".env.example"', { title: ".env.example", output: "c" }],
  ['title="a=b"', { title: "a=b" }],
])("reads %j", (meta, found) => {
  expect(parseFenceMeta(meta)).toEqual(found);
});

it.each([
  ["nope", /"nope"/],
  ['mark="a"', /unknown "mark"/],
  ["title=a", /"title=a"/],
  ["title='a'", /"title='a'"/],
  ['title="a', /"title="a"/],
  ['title="a" {1,2}', /"\{1,2\}"/],
  ['Title="a"', /unknown "Title"/],
])("refuses %j", (meta, what) => {
  const refused = () => parseFenceMeta(meta);
  expect(refused).toThrow(ContentError);
  expect(refused).toThrow(what);
});

it("refuses a key that this kind of block does not take, and says which it takes", () => {
  const report = reportOf(() => parseFenceMeta('output="a"', ["title"]));
  expect(report).toMatch(/unknown "output".*\n {2}Hint: this block takes title\.$/);
});
