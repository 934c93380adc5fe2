/** Longest part of a refused value that is repeated, in characters. */
const REPEATED = 60;

/**
 * Says that a value was refused, once the reader has left the field and the value is gone from it.
 * @param typed the refused value, on one line
 * @param problem why, as a sentence
 * @param kept the value that stays; empty where there is none
 */
export function refusal(typed: string, problem: string, kept: string): string {
  const start = typed.slice(0, REPEATED);
  const quoted = start === typed ? typed : `${start}…`;
  const state = kept === "" ? "The field is still empty." : `The value is still “${kept}”.`;
  return `“${quoted}” was not accepted. ${problem} ${state}`;
}
