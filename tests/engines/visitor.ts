import { lookAt, type Look, type Target } from "./look.ts";
import type { Action, Session } from "./drivers/session.ts";

/** The keys that have no character, by their WebDriver code. */
const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Control: "\uE009",
  Escape: "\uE00C",
  ArrowDown: "\uE015",
} as const;

/** A key by its name, or the character that it types. */
type Key = keyof typeof KEYS | (string & {});

/** Milliseconds that a page has to do what is waited for. */
const PATIENCE = 8000;

const codeOf = (key: Key) => (key in KEYS ? KEYS[key as keyof typeof KEYS] : key);
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Somebody who uses the site with mouse and keyboard, the same in every engine. */
export class Visitor {
  readonly session: Session;
  readonly #origin: string;

  /**
   * @param session a window of a browser
   * @param origin of the site
   */
  constructor(session: Session, origin: string) {
    this.session = session;
    this.#origin = origin;
  }

  /** Opens a page of the site, from its path. */
  async open(path: string): Promise<void> {
    await this.session.open(this.#origin + path);
    await this.#listen();
  }

  async reload(): Promise<void> {
    await this.session.reload();
    await this.#listen();
  }

  /** Writes down what goes wrong in the page from now on. */
  async #listen(): Promise<void> {
    await this.session.run(() => {
      const faults: string[] = [];
      Object.assign(window, { faults });
      addEventListener("error", ({ message }) => faults.push(message));
      addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));
      addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
        faults.push(`CSP: ${effectiveDirective} blocks ${blockedURI}`),
      );
    });
  }

  /** What went wrong in the page since it was opened: errors that nobody caught, and the CSP's. */
  faults(): Promise<string[]> {
    return this.session.run(() => (window as { faults?: string[] }).faults ?? []);
  }

  /** The address of the page without its origin. */
  where(): Promise<string> {
    return this.session.run(() => location.pathname + location.search + location.hash);
  }

  /** Every visible element that a target means. */
  all(target: Target): Promise<Look[]> {
    return this.session.run(lookAt, target, false);
  }

  /**
   * Waits until something is so.
   * @param what that is expected, for the message
   * @param read reads it; undefined as long as it is not so
   */
  async until<T>(what: string, read: () => Promise<T | undefined>): Promise<T> {
    const end = Date.now() + PATIENCE;
    let cause: unknown;
    while (Date.now() < end) {
      try {
        const value = await read();
        if (value !== undefined) return value;
      } catch (error) {
        // A script that runs while the page is left for another one comes to nothing.
        cause = error;
      }
      await pause(50);
    }
    throw new Error(`Not within ${PATIENCE} ms: ${what}`, { cause });
  }

  /** Waits until an element can be seen, and until it can be clicked where that is asked. */
  see(target: Target, scroll = false): Promise<Look> {
    const name = typeof target === "string" ? target : `${target.css} with “${target.text}”`;
    let before: string | undefined;
    return this.until(scroll ? `${name} can be clicked` : `${name} can be seen`, async () => {
      const [look] = await this.session.run(lookAt, target, scroll);
      // What still moves would be missed by the pointer.
      const place = JSON.stringify([look?.x, look?.y, look?.width, look?.height]);
      const rests = place === before;
      before = place;
      return look && rests && (look.hit || !scroll) ? look : undefined;
    });
  }

  /** Waits until no element that a target means can be seen. */
  async gone(target: Target): Promise<void> {
    await this.until(`${JSON.stringify(target)} is gone`, async () =>
      (await this.all(target)).length === 0 ? true : undefined,
    );
  }

  async #point(actions: Action[]): Promise<void> {
    const parameters = { pointerType: "mouse" } as const;
    await this.session.perform([{ type: "pointer", id: "mouse", parameters, actions }]);
  }

  /** Moves the mouse onto an element. */
  async hover(target: Target): Promise<Look> {
    const look = await this.see(target, true);
    const x = Math.round(look.x + look.width / 2);
    const y = Math.round(look.y + look.height / 2);
    await this.#point([{ type: "pointerMove", x, y, origin: "viewport", duration: 30 }]);
    return look;
  }

  /** Clicks an element with the mouse. */
  async click(target: Target): Promise<Look> {
    const look = await this.hover(target);
    await this.#point([
      { type: "pointerDown", button: 0 },
      { type: "pause", duration: 20 },
      { type: "pointerUp", button: 0 },
    ]);
    return look;
  }

  /** Presses keys together, as Control and K. */
  async press(...keys: Key[]): Promise<void> {
    const codes = keys.map(codeOf);
    const actions: Action[] = [
      ...codes.map((value) => ({ type: "keyDown" as const, value })),
      ...codes.toReversed().map((value) => ({ type: "keyUp" as const, value })),
    ];
    await this.session.perform([{ type: "key", id: "keyboard", actions }]);
  }

  /** Types characters one after the other. */
  async type(text: string): Promise<void> {
    const actions = Array.from(text).flatMap((value): Action[] => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await this.session.perform([{ type: "key", id: "keyboard", actions }]);
  }

  /** Opens search by its shortcut, types, and waits for the answer. */
  async search(query: string): Promise<void> {
    await this.press("Control", "k");
    await this.ask(query);
  }

  /** Types into the open search dialog, and waits for the answer. */
  async ask(query: string): Promise<void> {
    const field = "dialog[open] [role=combobox]";
    await this.until("the search field has the focus", async () =>
      (await this.see(field)).focused ? true : undefined,
    );
    await this.type(query);
    await this.until(`the field has “${query}”`, async () =>
      (await this.see(field)).text === query ? true : undefined,
    );
    // Only then: before the last key, the grid was at rest with the answer to fewer.
    await this.until(`an answer to “${query}”`, async () =>
      (await this.all("dialog[open] [role=grid]:not([aria-busy=true])")).length > 0
        ? true
        : undefined,
    );
  }
}
