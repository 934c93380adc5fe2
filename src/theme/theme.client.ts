import { onStored, readText, writeText } from "../page/storage.client.ts";

/** What the reader may choose; `system` is stored as nothing. */
const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

const KEY = "theme";
const root = document.documentElement;

/** The last choice, when the browser did not store it: it applies to this page only. */
let unstored: Theme | undefined;

function current(): Theme {
  const stored = unstored ?? readText(KEY);
  return THEMES.find((theme) => theme === stored) ?? "system";
}

/** A button that cycles through system, light and dark, and remembers the choice. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    if (!button) return;
    button.hidden = false;
    this.#show(button);
    onStored(KEY, () => {
      this.#show(button);
    });
    button.addEventListener("click", () => {
      // After what is stored, not after what this page shows: another tab may just have changed it.
      const next = THEMES[(THEMES.indexOf(current()) + 1) % THEMES.length] ?? "system";
      unstored = writeText(KEY, next === "system" ? null : next) ? undefined : next;
      this.#show(button);
    });
  }

  #show(button: HTMLButtonElement): void {
    const theme = current();
    if (theme === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = theme;
    button.ariaLabel = button.title = `Theme: ${theme}`;
  }
}

customElements.define("theme-switch", ThemeSwitch);
