import type { ApiObject } from "../../objects.ts";

/** An object, and the collection that keeps it. */
export interface Stored {
  plural: string;
  object: ApiObject;
}

/** Gives the time so many milliseconds ago. */
export type Ago = (milliseconds: number) => string;

/** One hour, in milliseconds. */
export const HOUR = 3_600_000;
