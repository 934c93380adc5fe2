import { expect, it } from "vitest";
import { isShortcut } from "../../src/search/dialog/shortcut.ts";

/** A key press by its letter, the key's position, and the modifiers that are held. */
function press(key: string, code: string, ...held: string[]) {
  const [ctrlKey, metaKey, shiftKey, altKey] = ["Control", "Meta", "Shift", "Alt"].map((one) =>
    held.includes(one),
  ) as [boolean, boolean, boolean, boolean];
  return { key, code, ctrlKey, metaKey, shiftKey, altKey };
}

it.each([
  ["QWERTY", press("k", "KeyK", "Control")],
  ["⌘", press("k", "KeyK", "Meta")],
  ["Caps Lock", press("K", "KeyK", "Control")],
  ["Dvorak, whose K is elsewhere", press("k", "KeyV", "Control")],
  ["Russian", press("л", "KeyK", "Control")],
  ["Greek", press("κ", "KeyK", "Control")],
  ["Hebrew", press("ל", "KeyK", "Control")],
  ["Arabic", press("ن", "KeyK", "Meta")],
  ["Thai, a vowel sign", press("า", "KeyK", "Control")],
  ["Devanagari", press("क", "KeyK", "Control")],
])("%s: it is the shortcut", (_layout, event) => {
  expect(isShortcut(event, false)).toBe(true);
});

it.each([
  ["no modifier", press("k", "KeyK")],
  ["Shift too: the console of Firefox", press("K", "KeyK", "Control", "Shift")],
  ["Alt too", press("k", "KeyK", "Control", "Alt")],
  ["AltGr", press("k", "KeyK", "Control", "Alt")],
  ["Dvorak, another letter in the place of K", press("t", "KeyK", "Control")],
  ["Neo, another letter in the place of K", press("r", "KeyK", "Control")],
  ["a Latin letter with a mark in the place of K", press("ł", "KeyK", "Control")],
  ["a dead key in the place of K", press("Dead", "KeyK", "Control")],
  ["Russian, another key", press("к", "KeyR", "Control")],
])("%s: it is not the shortcut", (_press, event) => {
  expect(isShortcut(event, false)).toBe(false);
});

it("leaves Ctrl K to a field that has a use for it, but not ⌘ K", () => {
  expect(isShortcut(press("k", "KeyK", "Control"), true)).toBe(false);
  expect(isShortcut(press("k", "KeyK", "Meta"), true)).toBe(true);
});
