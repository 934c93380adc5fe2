import { say } from "../page/live-region.client.ts";
import { writeClipboard } from "./clipboard.client.ts";
import { flash } from "./flash.client.ts";
import { loadActions } from "./copy-intent.client.ts";

/** The texts that a copy button stands for: its command's, or its whole figure's. */
function sourcesOf(button: Element): Element[] {
  const scope = button.closest(".command") ?? button.closest("figure");
  return [...(scope?.querySelectorAll("[data-source]") ?? [])];
}

function select(sources: Element[]): void {
  const first = sources[0];
  const last = sources.at(-1);
  if (!first || !last) return;
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  // What the commands printed lies between them, and is kept out until the reader goes on.
  const figure = first.closest("figure");
  figure?.setAttribute("data-selected", "");
  addEventListener("pointerdown", () => figure?.removeAttribute("data-selected"), { once: true });
}

/**
 * What a button copies. The text of the sources is what is meant to run: the build keeps prompt,
 * notes, line numbers and output out of them.
 */
async function textOf(button: HTMLElement, sources: Element[]): Promise<string> {
  const text = sources.map(({ textContent }) => textContent).join("\n");
  if (!("line" in button.dataset)) return text;
  const { joinLines } = await loadActions();
  return joinLines(text) ?? text;
}

async function copy(button: HTMLElement): Promise<void> {
  const sources = sourcesOf(button);
  const text = await textOf(button, sources).catch(() => undefined);
  const what = button.querySelector("[data-label] + *")?.textContent.trim() ?? "text";
  if (text === undefined || !(await writeClipboard(text, button))) {
    flash(button, "Copy failed", "failed");
    select(sources);
    const why =
      text === undefined ? "One line could not be loaded." : "Copying is not allowed here.";
    say(`${why} The text is selected: press Ctrl C or ⌘ C.`, "shown");
    return;
  }
  flash(button, "Copied", "done");
  const empty = sources.flatMap((code) => [...code.querySelectorAll("var:not([data-filled])")]);
  const names = [...new Set(empty.map(({ textContent }) => textContent))];
  const isCommand = button.closest(".commands, .command") !== null;
  if (isCommand && names.length > 0) {
    say(`Copied. Fill in before you run it: ${names.join(", ")}.`, "shown");
  } else {
    say(`Copied ${what}.`, "quiet");
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLElement>("button[data-copy]");
  if (button) void copy(button);
});
