import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import { COLOUR, EVERY } from "./axe-rules.ts";

/** What axe is run with in the page, where it is a global. */
type InPage = typeof globalThis & { axe?: typeof axe };

/** Half as long to parse as what axe offers as its own source. */
const SOURCE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** The ends of the widths that the site is read at, in pixels. */
export const WIDTHS = [320, 1280] as const;
export const SCHEMES = ["light", "dark"] as const;

/**
 * Runs axe in a page; quicker than its own runner, which opens a page of its own each time for
 * frames that this site does not have.
 * @param rules by their ids, of axe-rules.ts
 * @param within only these elements
 * @returns a line for each violation: rule, help, and where
 */
export async function violations(
  page: Page,
  rules: readonly string[] = EVERY,
  within = "html",
): Promise<string[]> {
  if (page.frames().length > 1) throw new Error("Frames: axe has to run in each of them.");
  if (!(await page.evaluate(() => (globalThis as InPage).axe))) await page.evaluate(SOURCE);
  const found = await page.evaluate(
    async ([selector, ids]) => {
      const { axe } = globalThis as InPage;
      const context = selector === "html" ? document : selector;
      const options = { runOnly: { type: "rule", values: ids }, resultTypes: ["violations"] };
      return (await axe?.run(context, options as axe.RunOptions))?.violations;
    },
    [within, [...rules]] as const,
  );
  if (!found) throw new Error("axe did not run.");
  return found.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 5).map(({ target }) => target.join(" "));
    return `${id}: ${help}: ${where.join(", ")} (${nodes.length})`;
  });
}

/**
 * Looks at a page in both themes at both ends of the widths. Every rule runs once in each theme
 * and once at each width; the rules of colour run in all four looks.
 */
export async function everyLook(
  page: Page,
  check: (look: string, rules: readonly string[]) => Promise<void>,
): Promise<void> {
  for (const [index, width] of WIDTHS.entries()) {
    await page.setViewportSize({ width, height: 800 });
    for (const [other, colorScheme] of SCHEMES.entries()) {
      await page.emulateMedia({ colorScheme });
      await check(`${width} px, ${colorScheme}`, index === other ? EVERY : COLOUR);
    }
  }
}
