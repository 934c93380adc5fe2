import { expect, it } from "vitest";
import { ContentError } from "../../src/content/content-error.ts";
import { parseFenceMeta } from "../../src/content/fence-meta.ts";

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
  ['Title="a"', /title|Title/],
])("refuses %j", (meta, what) => {
  const refused = () => parseFenceMeta(meta);
  expect(refused).toThrow(ContentError);
  expect(refused).toThrow(what);
});

it("refuses a key that this kind of block does not take, and says which it takes", () => {
  expect(() => parseFenceMeta('output="a"', ["title"])).toThrow(/unknown "output".*takes title/);
});
