import { readFileSync } from "node:fs";
import dictionary from "dictionary-en-gb";
import nspell from "nspell";

const speller = nspell(dictionary.aff, dictionary.dic);
for (const word of readFileSync("content/words.txt", "utf8").split("\n").filter(Boolean)) {
  speller.add(word);
}

/** Words in order of reading; names with digits, dots or capitals inside are identifiers. */
const WORD = /\p{L}[\p{L}’']*/gu;
const IDENTIFIER = /[\p{L}\p{N}]*(?:[._/@:=\d]|\p{Ll}\p{Lu})[\p{L}\p{N}._/@:=-]*/gu;

const known = new Map<string, boolean>();

function isKnown(word: string): boolean {
  const found = known.get(word);
  if (found !== undefined) return found;
  const plain = word.replaceAll("’", "'").replace(/'s?$/, "");
  const correct = speller.correct(plain) || speller.correct(plain.toLowerCase());
  known.set(word, correct);
  return correct;
}

/**
 * Finds words that neither the British dictionary nor content/words.txt has.
 * @param text prose without code
 * @returns each unknown word once, in order, with up to three suggestions
 */
export function misspelled(text: string): { word: string; suggestions: string[] }[] {
  const prose = text.replace(IDENTIFIER, (name) => (/[.:]$/.test(name) ? wholeWord(name) : " "));
  const words = new Set(Array.from(prose.matchAll(WORD), ([word]) => word));
  return [...words]
    .filter((word) => word.length > 1 && !isKnown(word))
    .map((word) => ({ word, suggestions: speller.suggest(word).slice(0, 3) }));
}

/** A word at the end of a sentence is no identifier for its full stop. */
function wholeWord(name: string): string {
  const word = name.replace(/[.:]+$/, "");
  return /^\p{L}\p{Ll}*$/u.test(word) ? word : " ";
}
