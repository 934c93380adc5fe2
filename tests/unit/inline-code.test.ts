import { expect, it } from "vitest";
import { inlineCode } from "../../src/text/inline-code.ts";

it.each([
  ["plain", [{ text: "plain", code: false }]],
  ["", []],
  ["``", []],
  ["`only`", [{ text: "only", code: true }]],
  [
    "`a` then `b c`.",
    [
      { text: "a", code: true },
      { text: " then ", code: false },
      { text: "b c", code: true },
      { text: ".", code: false },
    ],
  ],
  [
    "`a``b`",
    [
      { text: "a", code: true },
      { text: "b", code: true },
    ],
  ],
])("splits %j", (line, pieces) => {
  expect(inlineCode(line)).toEqual(pieces);
});

it("keeps every character but the backticks", () => {
  const line = "A <b> & `--previous` – “c”";
  expect(
    inlineCode(line)
      .map(({ text }) => text)
      .join(""),
  ).toBe(line.replaceAll("`", ""));
});
