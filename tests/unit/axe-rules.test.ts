import axe from "axe-core";
import { expect, test } from "vitest";
import { EVERY, NOT_RUN } from "../site/support/axe-rules.ts";

const rules = new Map(axe.getRules().map(({ ruleId, tags }) => [ruleId, tags]));

test("each rule of axe is in one list", () => {
  const listed = [...EVERY, ...Object.values(NOT_RUN).flat()];
  expect(listed.toSorted()).toEqual([...rules.keys()].sort());
});

test.each(Object.entries(NOT_RUN))("what does not run is %s", (tag, ids) => {
  expect(ids.filter((id) => !rules.get(id)?.includes(tag))).toEqual([]);
});
