import { fill } from "./fill.ts";
import { currentValues } from "./store.client.ts";

/**
 * Writes the names that the reader has given into a command.
 * @param text a command as it was written
 */
export const fillCurrent = (text: string): string => fill(text, currentValues());
