import { adoptStyles } from "./dom.client.ts";
import styles from "./hover-card.css?inline";

adoptStyles(styles);

/** Milliseconds for which a card waits for a pointer on its way into it. */
const GRACE = 450;

interface Options {
  /** What a click or the focus may be at without ending the reading, besides the card. */
  keeps: (target: Element) => boolean;
  /** What the pointer may be at, besides the card. */
  at: (target: Element) => boolean;
  /**
   * Called when the reading ends, before the card is hidden.
   * @param back whether by Escape: then the focus goes back to where it came from
   */
  ended: (back: boolean) => void;
}

/**
 * A note about something on the page: beside it where there is room, else a sheet at the bottom.
 * It closes when the pointer leaves, unless a key, tap or click opened it; on Escape; on a click or
 * focus elsewhere; and when the reader leaves the page.
 */
export class HoverCard {
  readonly #card: HTMLElement;
  readonly #options: Options;
  #reading = false;
  #asked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  /** @param card the element; it gets into the page with the first showing */
  constructor(card: HTMLElement, options: Options) {
    this.#card = card;
    this.#options = options;
    card.classList.add("card");
    card.popover = "manual";
    this.#listen();
  }

  get open(): boolean {
    return this.#card.matches(":popover-open");
  }

  /** @returns a function that says whether nothing else was asked for since, and nothing ended */
  ask(): () => boolean {
    clearTimeout(this.#timer);
    const turn = (this.#turn += 1);
    return () => turn === this.#turn;
  }

  /**
   * Shows the card.
   * @param after what it comes behind in the page, so that Tab leads from there into it
   * @param asked whether by key, finger or click: then it stays when the pointer goes
   */
  show(after: Element, asked: boolean): void {
    clearTimeout(this.#timer);
    this.#asked = asked || (this.#reading && this.#asked);
    this.#reading = true;
    if (after.nextElementSibling !== this.#card) after.after(this.#card);
    if (!this.open) this.#card.showPopover();
  }

  /** Hides the card; the reading goes on. */
  fold(): void {
    if (this.open) this.#card.hidePopover();
  }

  /** Ends the reading, and drops what was asked for. */
  end(back = false): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    if (!this.#reading) return;
    this.#reading = false;
    this.#options.ended(back);
    this.fold();
  }

  /** A mouse click gives the focus too: it does not mean that the reader stays. */
  get #stays(): boolean {
    return this.#asked || this.#card.querySelector(":focus-visible") !== null;
  }

  #within(target: EventTarget | null, too: Options["at"]): boolean {
    return target instanceof Element && (this.#card.contains(target) || too(target));
  }

  #point(target: EventTarget | null, pointerType: string): void {
    if (!this.#reading || pointerType === "touch" || this.#stays) return;
    clearTimeout(this.#timer);
    if (this.#within(target, this.#options.at)) return;
    this.#timer = setTimeout(() => {
      this.end();
    }, GRACE);
  }

  #listen(): void {
    document.addEventListener("pointerover", ({ target, pointerType }) => {
      this.#point(target, pointerType);
    });
    document.addEventListener("pointerout", ({ relatedTarget, pointerType }) => {
      // Out of the window.
      if (!relatedTarget) this.#point(null, pointerType);
    });
    for (const type of ["click", "focusin"]) {
      document.addEventListener(type, ({ target }) => {
        if (!this.#within(target, this.#options.keeps)) this.end();
      });
    }
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.#reading) return;
      event.preventDefault();
      this.end(true);
    });
    // The back/forward cache would bring the page back with it open.
    addEventListener("pagehide", () => {
      this.end();
    });
  }
}
