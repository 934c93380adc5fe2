import { expect, test } from "vitest";
import { parseQuantity, quantityHint } from "../../src/validate/values/quantity.ts";

test.each([
  ["0.5", 0.5],
  [0.5, 0.5],
  [".5", 0.5],
  ["1.", 1],
  ["1e3", 1000],
  ["1E3", 1000],
  ["1e-3", 0.001],
  ["1E", 1e18],
  ["500Mi", 500 * 1024 ** 2],
  ["1.5Gi", 1.5 * 1024 ** 3],
  ["1500m", 1.5],
  ["100n", 1e-7],
  ["100u", 1e-4],
  ["1k", 1000],
  ["128M", 128e6],
  ["-1", -1],
  ["+1", 1],
])("%s is %d", (text, value) => {
  expect(parseQuantity(text)).toBeCloseTo(value, 12);
});

test.each(["128MB", "128mi", "1K", "1 Gi", "", "Mi", "1.2.3", "0x10", "1e", "ten", "1_000"])(
  "%j is none",
  (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  },
);

test("what was meant", () => {
  expect(quantityHint("1GB")).toBe('did you mean "1Gi" (or "1G")?');
  expect(quantityHint("64kb")).toBe('did you mean "64Ki" (or "64k")?');
});
