import { adoptStyles, create } from "../page/dom.client.ts";
import styles from "./explain.css?inline";
import type { FieldNote } from "./notes.ts";

adoptStyles(styles);

/** The popover's id, which keys name. */
export const ID = "explain";

const path = create("code");
const facts = create("p", { class: "facts" });
const text = create("div", { class: "text", id: `${ID}-text` });
const ties = create("ul", { class: "ties" });
const source = create("code", { "data-source": "" });
const copied = create("span", { class: "hidden" });
const copy = create(
  "button",
  { class: "copy", type: "button", "data-copy": "" },
  create("span", { "data-label": "" }, "Copy"),
  copied,
);
const command = create(
  "div",
  { class: "commands" },
  create("div", { class: "command" }, source, copy),
);
const origin = create("p", { class: "origin" });
/** The button that closes it. */
export const close = create(
  "button",
  { class: "close", type: "button", "aria-label": "Close" },
  "×",
);

/** The one popover of the page. */
export const popover = create(
  "div",
  { id: ID, class: "explain", role: "group", "aria-label": "Explanation" },
  create("p", { class: "path" }, path),
  facts,
  text,
  ties,
  command,
  origin,
  close,
);

/** Text with code between backticks. */
function withCode(sentence: string): Node[] {
  return sentence
    .split("`")
    .map((piece, index) =>
      index % 2 === 0 ? document.createTextNode(piece) : create("code", {}, ...breakable(piece)),
    );
}

/** A path may go on in a new line behind each dot. */
function breakable(words: string): Node[] {
  return words
    .split(/(?<=\.)/)
    .flatMap((word) => [create("wbr"), document.createTextNode(word)])
    .slice(1);
}

/** Fits the popover, which is shown, to what is in it. */
export function fit(): void {
  text.scrollTop = 0;
  // A region that scrolls must be within reach of the keyboard; any other is no stop.
  if (text.scrollHeight > text.clientHeight) text.tabIndex = 0;
  else text.removeAttribute("tabindex");
}

/**
 * Writes what a field means.
 * @param note what is said of it
 * @param version minor version of Kubernetes that the text comes from
 * @param marked how many fields that it is tied to are marked on the page
 */
export function writeNote(note: FieldNote, version: string, marked: number): void {
  path.replaceChildren(...breakable(note.path));
  const own = note.own !== undefined;
  const need = create("b", {}, note.required ? "required" : "optional");
  facts.replaceChildren(note.type, ...(own ? [] : [create("span", {}, " · "), need]));
  const words = own ? [create("p", { class: "own" }, ...withCode(note.own ?? ""))] : [];
  text.replaceChildren(...words, create("p", {}, note.text));
  const said = (note.ties ?? []).map(({ say }) => create("li", {}, ...withCode(say)));
  if (marked > 0) said.at(-1)?.append(" ", create("i", {}, "Marked on this page."));
  ties.replaceChildren(...said);
  ties.hidden = said.length === 0;
  source.replaceChildren(...breakable(note.command));
  copied.textContent = ` ${note.command}`;
  command.hidden = false;
  origin.textContent = `From the API of Kubernetes ${version}`;
  popover.classList.remove("failed");
}

/**
 * Writes that there is nothing to show.
 * @param message one or two short sentences
 */
export function writeFailure(message: string): void {
  path.replaceChildren("Not loaded");
  facts.replaceChildren();
  text.replaceChildren(create("p", {}, message));
  ties.hidden = true;
  command.hidden = true;
  origin.textContent = "";
  popover.classList.add("failed");
}
