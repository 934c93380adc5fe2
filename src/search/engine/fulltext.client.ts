import { PAGEFIND, POSITIONS } from "../files.ts";
import { readPositions, textScores, type Occurrences, type Positions } from "../match/positions.ts";
import type { Scores } from "../match/rank.ts";

/** The parts of Pagefind's browser API that are used; it ships no types for it. */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: Occurrences[] }>;
}

interface FullText {
  pagefind: Pagefind;
  positions: Positions;
}

let fullText: Promise<FullText> | undefined;
let ready = false;

async function startPagefind(): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ PAGEFIND)) as Pagefind;
  // A query takes a few milliseconds; a worker costs 12 kB more and a slower start.
  await pagefind.options({ noWorker: true });
  await pagefind.init();
  return pagefind;
}

async function fetchPositions(): Promise<Positions> {
  const response = await fetch(POSITIONS);
  if (!response.ok) throw new Error(`${POSITIONS}: ${response.status}`);
  return readPositions((await response.json()) as Parameters<typeof readPositions>[0]);
}

/**
 * Loads the full-text index once; a failed start is repeated by the next call.
 * @throws whatever the import, the network or WebAssembly threw
 */
function loadFullText(): Promise<FullText> {
  fullText ??= Promise.all([startPagefind(), fetchPositions()]).then(
    ([pagefind, positions]) => ({ pagefind, positions }),
    (error: unknown) => {
      fullText = undefined;
      throw error;
    },
  );
  return fullText;
}

/** Whether the full-text index has answered: Pagefind's `init` returns before it is loaded. */
export const isReady = (): boolean => ready;

/** Answers by word: a reader who types one more letter asks for the other words again. */
const answers = new Map<string, Promise<Scores>>();
const MAX_ANSWERS = 300;

async function ask(word: string, known: string | undefined): Promise<Scores> {
  const { pagefind, positions } = await loadFullText();
  let { results } = await pagefind.search(word);
  if (results.length === 0 && known !== undefined) {
    ({ results } = await pagefind.search(known));
    // Pagefind answers as if no page had a word when a part of its index cannot be loaded.
    if (results.length === 0) throw new Error(`The full-text index has lost "${known}".`);
  }
  ready = true;
  return textScores(positions, results);
}

/**
 * The places that have a word in their names or text, with scores.
 * @param word in lower case
 * @param known the first word of the site that starts with it, if there is one
 * @throws whatever loading the engine or a part of the index threw
 */
export function scoresOf(word: string, known: string | undefined): Promise<Scores> {
  if (answers.size > MAX_ANSWERS) answers.clear();
  const answer =
    answers.get(word) ??
    ask(word, known).catch((error: unknown) => {
      answers.delete(word);
      throw error;
    });
  answers.set(word, answer);
  return answer;
}
