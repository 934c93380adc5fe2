import { expect } from "@playwright/test";
import { SCHEMES, violations, WIDTHS } from "./support/axe.ts";
import { COLOUR, CONTENT, EVERY, LAYOUT } from "./support/axe-rules.ts";
import { everyTextLook } from "./support/looks.ts";
import { pages } from "./support/pages.ts";
import { test } from "./support/reader.ts";
import { sideways } from "./support/sideways.ts";

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

const coloured = everyTextLook(shown);

for (const [index, site] of shown.entries()) {
  const { path } = site;
  test(`${path}: axe finds nothing while a field is explained`, async ({ reader }) => {
    const { page, seen } = reader;
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
        if (coloured.has(site)) {
          expect.soft(await violations(page, COLOUR, ADDED), look).toEqual([]);
        }
      }
      if (width === WIDTHS[0]) expect.soft(await violations(page, CONTENT, ADDED)).toEqual([]);
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
