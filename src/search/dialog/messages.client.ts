import { create } from "../../page/dom.client.ts";
import type { Answer } from "../engine/engine.client.ts";

/** What the dialog says above the results: text, and elements within it. */
export type Message = readonly (Node | string)[];

/** Most characters of a query and of one of its words that are repeated. */
const QUERY = 80;
const WORD = 40;

const allPages = () => create("a", { href: "/search/" }, "see the list of all pages");

export const EMPTY: Message = [
  "Type a concept, a command, a field, or paste what kubectl printed.",
];

/** Nothing was searched. */
export const failure = (): Message =>
  import.meta.env.DEV
    ? ["The search index exists after a build: npm run build."]
    : ["Search could not be loaded. Check your connection, or ", allPages(), "."];

/** Only names were searched. */
export const partialFailure = (): Message => [
  "Only titles were searched: the full text could not be loaded. You can also ",
  allPages(),
  ".",
];

/** @param group that the reader chose to search in; undefined for all */
export function answerMessage(answer: Answer, query: string, group: string | undefined): Message {
  const { hits, complete, corrections, sure, total } = answer;
  if (hits.length === 0 && complete) {
    const where = group === undefined ? "" : ` in ${group}`;
    const nothing = `Nothing found for “${query.slice(0, QUERY)}”${where}.`;
    return [`${nothing} Try other words, or `, allPages(), "."];
  }
  const places = total === 1 ? "1 place" : `${total} places`;
  const found = sure ? `${places} found` : "No place has all of these words. The closest:";
  if (hits.length === 0 || corrections.length === 0) return [complete ? found : "Searching …"];
  const used = create("strong", {}, corrections.map((one) => one.used).join(" "));
  const typed = corrections.map((one) => `“${one.typed.slice(0, WORD)}”`).join(" and ");
  return ["Showing results for ", used, `: no page has ${typed}. ${found}`];
}
