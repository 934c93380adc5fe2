type Modifier = "ctrlKey" | "metaKey" | "shiftKey" | "altKey";
type Press = Pick<KeyboardEvent, "key" | "isComposing" | Modifier> & {
  /** Deprecated, but the only sign of some keys of an input method in Safari. */
  keyCode: number;
};

export type Direction = "down" | "up" | "right" | "left";

/** What a key press in the query field means: `none` takes the key and does nothing. */
export type Action =
  | { kind: "none" }
  | { kind: "close" }
  | { kind: "move"; direction: Direction }
  | { kind: "open"; apart: boolean };

const DIRECTIONS: Partial<Record<string, Direction>> = {
  ArrowDown: "down",
  ArrowUp: "up",
  ArrowRight: "right",
  ArrowLeft: "left",
};

/** The key code of a key that an input method takes (UI Events, "Input Method Editor"). */
const INPUT_METHOD = 229;

/**
 * Reads a key press in the query field. While a word is composed, arrows, Escape and Enter belong
 * to the input method; in Safari the Enter that ends it comes after `isComposing` is over.
 * @returns undefined for a key that the field itself has a use for
 */
export function actionOf(press: Press): Action | undefined {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = press;
  if (press.isComposing || press.keyCode === INPUT_METHOD) {
    // Not taken, this key would close the dialog by itself.
    return key === "Escape" ? { kind: "none" } : undefined;
  }
  if (key === "Escape") return { kind: "close" };
  if (altKey) return undefined;
  if (key === "Enter") return { kind: "open", apart: ctrlKey || metaKey || shiftKey };
  const direction = DIRECTIONS[key];
  // With a modifier they move or select by words and lines.
  if (!direction || ctrlKey || metaKey || shiftKey) return undefined;
  return { kind: "move", direction };
}
