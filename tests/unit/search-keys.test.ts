import { expect, it } from "vitest";
import { actionOf, type Action } from "../../src/search/dialog/keys.ts";

type Press = Parameters<typeof actionOf>[0];

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  isComposing: false,
  keyCode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

const here: Action = { kind: "open", apart: false };
const apart: Action = { kind: "open", apart: true };

it.each<[string, Press, Action | undefined]>([
  ["Escape", press("Escape"), { kind: "close" }],
  ["ArrowDown", press("ArrowDown"), { kind: "move", direction: "down" }],
  ["ArrowLeft", press("ArrowLeft"), { kind: "move", direction: "left" }],
  ["Enter", press("Enter"), here],
  ["Ctrl Enter", press("Enter", { ctrlKey: true }), apart],
  ["⌘ Enter", press("Enter", { metaKey: true }), apart],
  ["Shift Enter", press("Enter", { shiftKey: true }), apart],
  ["Alt Enter", press("Enter", { altKey: true }), undefined],
  ["Alt ←, which goes back", press("ArrowLeft", { altKey: true }), undefined],
  ["Shift →, which selects", press("ArrowRight", { shiftKey: true }), undefined],
  ["⌘ ↓, which goes to the end", press("ArrowDown", { metaKey: true }), undefined],
  ["a letter", press("k"), undefined],
])("%s", (_name, event, action) => {
  expect(actionOf(event)).toEqual(action);
});

it.each(["ArrowDown", "ArrowUp", "ArrowRight", "Enter", "Tab"])(
  "leaves %s to the input method while a word is composed, and when Safari ends it",
  (key) => {
    expect(actionOf(press(key, { isComposing: true }))).toBeUndefined();
    expect(actionOf(press(key, { keyCode: 229 }))).toBeUndefined();
  },
);

it("keeps an Escape that ends a composition from closing the dialog", () => {
  expect(actionOf(press("Escape", { isComposing: true }))).toEqual({ kind: "none" });
  expect(actionOf(press("Escape", { keyCode: 229 }))).toEqual({ kind: "none" });
});
