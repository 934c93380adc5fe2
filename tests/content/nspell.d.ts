/** nspell ships no types; these are the parts that the spelling rule uses. */
declare module "nspell" {
  interface Speller {
    correct(word: string): boolean;
    suggest(word: string): string[];
    add(word: string): Speller;
  }
  export default function nspell(aff: Uint8Array, dic: Uint8Array): Speller;
}
