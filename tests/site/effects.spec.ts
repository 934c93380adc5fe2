import { expect, test } from "@playwright/test";
import { effectOf } from "../../src/kubectl/effect.ts";
import type { Effect } from "../../src/kubectl/verbs.ts";
import { articles } from "./support/pages.ts";

const SAID: Partial<Record<Effect, [short: string, whole: RegExp]>> = {
  changes: ["Changes", /, changes the cluster$/],
  deletes: ["Deletes", /, deletes from the cluster$/],
  enters: ["Runs inside", /, runs inside the container$/],
};

/** The page with the most kinds of effects. */
const busiest = [...articles].sort((a, b) => kinds(b.document) - kinds(a.document))[0];

function kinds(document: Document): number {
  const found = Array.from(document.querySelectorAll("[data-effect]"), (one) =>
    one.getAttribute("data-effect"),
  );
  return new Set(found).size * 100 + found.length;
}

for (const width of [320, 390, 1280]) {
  test(`what a command does stands beside its button, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(busiest?.path ?? "/");
    const seen = new Set<Effect>();
    for (const command of await page.locator("figure .command").all()) {
      const effect = effectOf((await command.locator("[data-source]").textContent()) ?? "");
      const said = SAID[effect];
      const mark = command.locator(".effect");
      const button = command.locator("[data-copy]").first();
      if (!said) {
        await expect(mark).toHaveCount(0);
        await expect(button).not.toHaveAccessibleName(/, \w+ (?:the cluster|inside)/);
        continue;
      }
      seen.add(effect);
      await expect(mark).toHaveText(said[0]);
      for (const one of await command.locator("[data-copy]").all()) {
        await expect(one).toHaveAccessibleName(said[1]);
      }
      const at = await mark.boundingBox();
      const beside = await button.boundingBox();
      if (!at || !beside) throw new Error("not on the screen");
      const apart = {
        across: Math.max(beside.x - at.x - at.width, at.x - beside.x - beside.width),
        down: Math.max(beside.y - at.y - at.height, at.y - beside.y - beside.height),
      };
      expect(Math.max(apart.across, apart.down), said[0]).toBeLessThanOrEqual(8);
    }
    expect(seen.size).toBe(3);
  });
}

test("the button for all commands of a block says the worst of them", async ({ page }) => {
  await page.goto(busiest?.path ?? "/");
  const block = page.locator(
    'figure:has(li[data-effect="deletes"]):has(li[data-effect="changes"])',
  );
  const caption = block.first().locator("figcaption");
  await expect(caption.locator(".effect")).toHaveText("Deletes");
  const button = caption.getByRole("button", { name: /^Copy all/ });
  await expect(button).toHaveAccessibleName(/, deletes from the cluster$/);
});

test("without scripts and on paper it is said too", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(busiest?.path ?? "/");
  const mark = page.locator(".command .effect").first();
  await expect(mark).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(mark).toBeVisible();
  await context.close();
});
