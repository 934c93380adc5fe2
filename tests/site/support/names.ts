import type { Locator, Page } from "@playwright/test";
import { articles, type SitePage } from "./pages.ts";

/** The parts of a page that hold the reader's names. */
export interface NamesOn {
  /** The fields of a name within the page's commands. */
  fields: (name: string) => Locator;
  /** What is said beside the field that is typed in. */
  hint: Locator;
  button: Locator;
  panel: Locator;
}

/**
 * Where names are shown and given.
 * @param page a page of the site
 */
export function namesOn(page: Page): NamesOn {
  return {
    fields: (name) =>
      page.locator(`figure var[data-name="${name}"], figure var:text-is("<${name}>")`),
    hint: page.locator(".name-hint"),
    button: page.getByRole("button", { name: "Your names" }),
    panel: page.getByRole("dialog", { name: "Your names" }),
  };
}

const holds = ({ document }: SitePage, name: string) =>
  Array.from(document.querySelectorAll("figure var")).some(
    ({ textContent }) => textContent === `<${name}>`,
  );

/**
 * The articles with a command that a name belongs into.
 * @param names all of these
 */
export function articlesWith(...names: string[]): SitePage[] {
  return articles.filter((site) => names.every((name) => holds(site, name)));
}

/** The text of every command on a page, as a copy takes it. */
export function commandTexts(page: Page): Promise<string[]> {
  return page
    .locator("figure .command > code[data-source]")
    .evaluateAll((all) => all.map((code) => code.textContent));
}
