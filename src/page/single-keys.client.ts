import { readText } from "./storage.client.ts";

/** Storage key: "off" when they are turned off. */
export const SINGLE_KEYS = "keys";

/**
 * Whether keys without a modifier are shortcuts: people who use speech input turn them off
 * (WCAG 2.2, 2.1.4). On by default, and where nothing can be stored.
 */
export const singleKeys = (): boolean => readText(SINGLE_KEYS) !== "off";
