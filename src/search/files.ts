/** Folder of everything that search loads, from the site's root. */
const FOLDER = "/pagefind/";

/** Pagefind's script. The bundler never sees it: it is written after the site's scripts. */
export const PAGEFIND = `${FOLDER}pagefind.js`;

/** What search can lead to, and the words of the site: see match/site-file.ts. */
export const PLACES = `${FOLDER}places.json`;

/** Which positions of the full-text index belong to which place: see match/positions.ts. */
export const POSITIONS = `${FOLDER}positions.json`;

/** The texts of the places of one page, in their order, for excerpts. */
export const textsFile = (page: number): string => `${FOLDER}texts/${page}.json`;
