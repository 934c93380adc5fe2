import { PAGEFIND } from "../files.ts";
import type { Scores } from "../match/rank.ts";

/** The parts of Pagefind's browser API that are used; it ships no types for it. */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: Result[] }>;
}

interface Result {
  id: string;
  score: number;
  data(): Promise<{ content: string }>;
}

let engine: Promise<Pagefind> | undefined;
let ready = false;

async function start(asked: () => void): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ PAGEFIND)) as Pagefind;
  await pagefind.options({
    // A query takes a few milliseconds; a worker costs 12 kB more and a slower start.
    noWorker: true,
    ranking: {
      metaWeights: { title: 6, aliases: 8, page: 0.5 },
      termSimilarity: 8,
      pageLength: 0.3,
    },
  });
  const started = pagefind.init();
  asked();
  await started;
  return pagefind;
}

/**
 * Loads the full-text index once; the first call starts it. A failed start is tried anew by the
 * next call.
 * @param asked called when its files are on their way
 * @throws whatever the import or WebAssembly threw
 */
export function loadFullText(asked: () => void = () => undefined): Promise<Pagefind> {
  engine ??= start(asked).catch((error: unknown) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

/** Whether the full-text index has answered: its own `init` returns before it is loaded. */
export const isReady = (): boolean => ready;

/** Answers by word: who types one more letter asks for the other words again. */
const answers = new Map<string, Promise<Scores>>();
const results = new Map<string, Result>();
const MOST_ANSWERS = 300;

async function ask(word: string): Promise<Scores> {
  const found = (await (await loadFullText()).search(word)).results;
  ready = true;
  for (const result of found) results.set(result.id, result);
  return new Map(found.map(({ id, score }) => [id, score]));
}

/**
 * The places that have a word in their text, with the engine's scores.
 * @param word in lower case
 * @throws whatever loading the engine or a part of the index threw
 */
export function scoresOf(word: string): Promise<Scores> {
  if (answers.size > MOST_ANSWERS) answers.clear();
  const answer =
    answers.get(word) ??
    ask(word).catch((error: unknown) => {
      answers.delete(word);
      throw error;
    });
  answers.set(word, answer);
  return answer;
}

/**
 * What a place says.
 * @param id of a place that a word was found in
 * @returns its text; empty when it cannot be had
 */
export async function loadText(id: string): Promise<string> {
  try {
    return (await results.get(id)?.data())?.content ?? "";
  } catch {
    return "";
  }
}
