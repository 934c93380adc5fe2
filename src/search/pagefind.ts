/**
 * Address of the engine that the build writes. The bundler never sees it: it is made after the
 * site's scripts.
 */
export const PAGEFIND = "/pagefind/pagefind.js";
