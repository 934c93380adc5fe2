import { SINGLE_KEYS } from "./single-keys.client.ts";
import { writeText } from "./storage.client.ts";

/** Turns the single-key shortcuts on or off in this browser. */
export function setSingleKeys(on: boolean): void {
  writeText(SINGLE_KEYS, on ? null : "off");
}
