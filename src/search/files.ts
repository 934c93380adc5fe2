/**
 * Address of the engine that the build writes. The bundler never sees it: it is made after the
 * site's scripts.
 */
export const PAGEFIND = "/pagefind/pagefind.js";

/** Address of what search can lead to: see places.ts. */
export const PLACES = "/pagefind/places.json";
