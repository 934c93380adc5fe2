import { expect, it } from "vitest";
import { classOfColour, theme } from "../../src/code/theme.ts";

const [plain, ...coloured] = theme.settings;
const colours = coloured.map(({ settings }) => settings.foreground);

it("stands one colour for one class", () => {
  const classes = colours.map(classOfColour).filter((name) => name !== undefined);
  expect([...classes].sort()).toEqual(["c", "f", "k", "n", "p", "s"]);
});

it("has no class for plain text and unknown colours", () => {
  for (const colour of [plain?.settings.foreground, undefined, "", "#123456"]) {
    expect(classOfColour(colour)).toBeUndefined();
  }
});

it("does not mind the case in which Shiki writes a colour", () => {
  for (const colour of colours) {
    expect(classOfColour(colour?.toUpperCase())).toBe(classOfColour(colour));
  }
});
