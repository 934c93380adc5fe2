import type { Page } from "@playwright/test";

/** What a page did when one of its copy buttons was pressed. */
export interface Pressed {
  /** What the button said before, with what only assistive technology reads. */
  name: string;
  /** What it said then. */
  said: string;
  /** What the live region said. */
  status: string;
  copied: string;
}

/**
 * Presses the copy buttons of all code blocks one after the other, from within the page: a mouse
 * takes ten times as long. Needs the permission to read and write the clipboard.
 * @param page a page on a secure origin
 */
export function pressAll(page: Page): Promise<Pressed[]> {
  return page.evaluate(async () => {
    const status = document.querySelector("#status");
    const squeeze = (node: Node | null) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
    /** Waits for what comes within a frame or two, at most three seconds. */
    const until = async (done: () => boolean) => {
      const end = performance.now() + 3000;
      while (!done() && performance.now() < end) {
        await new Promise((next) => setTimeout(next, 4));
      }
    };
    const pressed: Pressed[] = [];
    for (const button of document.querySelectorAll<HTMLElement>("figure.code [data-copy]")) {
      const name = squeeze(button);
      // A copy that does nothing leaves this.
      await navigator.clipboard.writeText("nothing was copied");
      status?.replaceChildren();
      button.click();
      await until(() => squeeze(button) !== name && squeeze(status) !== "");
      const copied = await navigator.clipboard.readText();
      pressed.push({ name, said: squeeze(button), status: squeeze(status), copied });
    }
    return pressed;
  });
}
