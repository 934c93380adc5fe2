import { STOP_WORDS } from "./stop-words.ts";
import { normalizeWord } from "./words.ts";

/** What programs print and people do not type, each with how much it says. */
const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/\n/, 2],
  // Columns of a table.
  [/\S(?: {2,}|\t)\S/, 2],
  // An age and how often: `48s (x150 over 11m)`.
  [/\(x\d+/, 2],
  [/(?:^|\s)\d+(?:[smhd]|d\d+h|h\d+m|m\d+s)(?=\s|$|\))/, 1],
  [/(?:^|\s)\d+\/\d+(?=\s|$)/, 1],
  // A timestamp, an address, a hash.
  [/\d\d:\d\d:\d\d|\d{4}-\d\d-\d\d|\d+\.\d+\.\d+\.\d+|\b[0-9a-f]{12,}\b/, 2],
  [/\b(?=[a-f\d]*\d)[a-f\d]{7,}\b/, 1],
  [/^(?:error|warning|fatal|panic|exception|traceback|caused by|[EWI]\d{4})\b[^?]*:/i, 2],
  [/rpc error|\w+Exception|\w+Error\b|\berrno\b|code = /, 2],
  [/\w: \S/, 1],
  [/\w: \S+.*\w: \S/, 1],
  [/\w="|\w=\w|":|\{\w|\w\{|\[\d|\w\[/, 1],
  [/"[^"]+"/, 1],
  [/(?:^|\s)\/\w+\/\w/, 1],
  [/\b[A-Z][a-z]+[A-Z][a-z]+/, 1],
];

/** From this sum of signs on a query was pasted. */
const ENOUGH = 2;

/** What a sentence of a reader starts with or has. */
const ASKING =
  /^(?:how|why|what|when|where|which|who|is|are|can|could|does|do|did|should|my|i|we)\b|\b(?:my|i|we|i'm)\b|\?\s*$/i;

/** Share of function words above which a text is a sentence. */
const SENTENCE = 0.4;

/**
 * Whether a query looks like a program's output, and not like a reader's own words.
 * @param words of the query, as typed
 */
export function looksPasted(query: string, words: readonly string[]): boolean {
  if (words.length < 3) return false;
  const signs = SIGNS.reduce((sum, [sign, weight]) => sum + (sign.test(query) ? weight : 0), 0);
  const common = words.filter((word) => STOP_WORDS.has(normalizeWord(word))).length;
  const isSentence = common / words.length > SENTENCE || ASKING.test(query.trim());
  return signs >= (isSentence ? 2 * ENOUGH : ENOUGH);
}
