import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { pages } from "./support/pages.ts";
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

/** Every rule on the page, and the size of targets on what the aid adds: the header covers others. */
async function violations(page: Page): Promise<string[]> {
  const sizes = { runOnly: { type: "rule" as const, values: ["target-size"] } };
  const every = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  const own = await new AxeBuilder({ page }).include("#explain").options(sizes).analyze();
  const keys = await new AxeBuilder({ page }).include("figure pre").options(sizes).analyze();
  const found = [every, own, keys].flatMap((results) => results.violations);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

for (const { path } of shown) {
  test(`${path}: axe finds nothing while a field is explained`, async ({ page }) => {
    const seen = await watch(page);
    const figure = page.locator("figure.manifest").first();
    await page.goto(path);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await figure.getByRole("button", { name: /^Explain / }).click();
      await expect(page.locator("#explain")).toBeVisible();
      await figure.locator(".k").last().click();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect.soft(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(wide, `${width} px: nothing sticks out`).toBeLessThanOrEqual(0);
      await page.keyboard.press("Escape");
    }
    await expect.soft(page.locator("[style]"), "style attributes").toHaveCount(0);
    expect(seen.faults).toEqual([]);
  });
}
