const SWALLOWED = '"load_index_chunk")).catch(()=>{});';
const TOLD = '"load_index_chunk"));';

/**
 * Lets Pagefind's browser script fail when a part of the index cannot be loaded. Left alone it
 * answers as if no place had the words of that part, and the reader would take that for true.
 * @param source text of pagefind.js as Pagefind 1.6.0 writes it
 * @returns the same script with the failure handed on to the search that asked
 * @throws Error when the script is not of the expected form
 */
export function tellLostParts(source: string): string {
  if (source.split(SWALLOWED).length !== 2) {
    throw new Error(
      "pagefind.js loads the parts of its index in an unknown way\n" +
        "  Hint: compare src/search/build/lost-parts.ts with the new version of Pagefind.",
    );
  }
  return source.replace(SWALLOWED, TOLD);
}
