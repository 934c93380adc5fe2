import { expect, test } from "@playwright/test";
import { SCHEMES, violations, WIDTHS } from "./support/axe.ts";
import { COLOUR, CONTENT, EVERY, LAYOUT } from "./support/axe-rules.ts";
import { pages } from "./support/pages.ts";
import { sideways } from "./support/sideways.ts";
import { watch } from "./support/watch.ts";

/** One page for each manifest or part that stands first on some: the aid looks alike on others. */
const shown = [
  ...new Map(
    pages.flatMap((page) => {
      const first = page.document.querySelector("[data-manifest]");
      const what = `${first?.getAttribute("data-manifest")} ${first?.hasAttribute("data-part")}`;
      return first ? [[what, page] as const] : [];
    }),
  ).values(),
];

/** What the aid adds to a page, and what it marks. */
const ADDED = "#explain, figure.manifest";

/** Where targets are that the aid adds. */
const KEYS = "#explain, figure pre";

/** Of every rule but the size of targets, which the header covers while the aid is open. */
const AROUND = EVERY.filter((rule) => rule !== "target-size");

for (const [index, { path }] of shown.entries()) {
  test(`${path}: axe finds nothing while a field is explained`, async ({ page }) => {
    const seen = await watch(page);
    const explained = page.getByRole("button", { name: /^Explain / });
    const figure = page.locator("figure.manifest").filter({ has: explained }).first();
    await page.goto(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await figure.getByRole("button", { name: /^Explain / }).click();
      await expect(page.locator("#explain")).toBeVisible();
      await figure.locator(".k").last().click();
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        const look = `${width} px, ${colorScheme}`;
        const rules = colorScheme === "light" ? [...CONTENT, ...COLOUR] : COLOUR;
        expect.soft(await violations(page, rules, ADDED), look).toEqual([]);
      }
      expect.soft(await violations(page, LAYOUT, KEYS), `${width} px`).toEqual([]);
      // The page around it is the same for every manifest.
      if (index === 0) expect.soft(await violations(page, AROUND), `${width} px`).toEqual([]);
      const wide = await sideways(page);
      expect.soft(wide, `${width} px: nothing sticks out`).toBeLessThanOrEqual(0);
      await page.keyboard.press("Escape");
    }
    await expect.soft(page.locator("[style]"), "style attributes").toHaveCount(0);
    expect(seen.faults).toEqual([]);
  });
}
