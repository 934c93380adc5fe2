import { writeText } from "../page/storage.client.ts";

/** What the reader may choose; `system` follows the machine and is stored as nothing. */
const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

const root = document.documentElement;

function current(): Theme {
  const stored = root.dataset["theme"];
  return THEMES.find((theme) => theme === stored) ?? "system";
}

/** A button that goes through system, light and dark, and remembers the choice. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    if (!button) return;
    button.hidden = false;
    this.#label(button);
    button.addEventListener("click", () => {
      const next = THEMES[(THEMES.indexOf(current()) + 1) % THEMES.length] ?? "system";
      if (next === "system") delete root.dataset["theme"];
      else root.dataset["theme"] = next;
      // Where storage is blocked the choice holds for this page.
      writeText("theme", next === "system" ? null : next);
      this.#label(button);
    });
  }

  #label(button: HTMLButtonElement): void {
    const label = `Theme: ${current()}`;
    button.setAttribute("aria-label", label);
    button.title = label;
  }
}

customElements.define("theme-switch", ThemeSwitch);
