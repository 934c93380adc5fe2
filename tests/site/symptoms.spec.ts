import { expect, type Page } from "@playwright/test";
import { pages } from "./support/pages.ts";
import { test } from "./support/reader.ts";

const symptoms = pages.filter(({ document }) => document.querySelector(".symptoms .sees"));
const PHONE = { width: 390, height: 844 };

/** The lowest edge of the first command of the page, and the height that it must fit in. */
async function firstCommand(page: Page): Promise<{ top: number; bottom: number; name: string }> {
  return page.evaluate(() => {
    const command = document.querySelector(".prose .command");
    const source = command?.querySelector("[data-source]");
    const copy = command?.querySelector("[data-copy]");
    const edges = [source, copy].map((element) => element?.getBoundingClientRect());
    return {
      // What the sticky header covers is not seen.
      top:
        Math.min(...edges.map((edge) => edge?.top ?? -1)) -
        (document.querySelector("header")?.getBoundingClientRect().bottom ?? 0),
      bottom: Math.max(...edges.map((edge) => edge?.bottom ?? Infinity)),
      name: source?.textContent ?? "",
    };
  });
}

test("there are symptoms to test", () => {
  expect(symptoms.length).toBeGreaterThanOrEqual(20);
});

for (const { path, document } of symptoms) {
  test(`${path}: a phone shows the command that tells the cause at once`, async ({
    reader: { page },
  }) => {
    await page.setViewportSize(PHONE);
    // From search one lands on the page, or on the heading that a message names.
    for (const place of [path, `${path}#find-the-cause`]) {
      await page.goto(place);
      const { top, bottom, name } = await firstCommand(page);
      expect.soft(name, "the page's first command").not.toBe("");
      expect.soft(top, `${place}: ${name}`).toBeGreaterThanOrEqual(0);
      expect.soft(bottom, `${place}: ${name}`).toBeLessThanOrEqual(PHONE.height);
    }
    const first = document.querySelector(".prose h2");
    expect.soft(first?.id).toBe("find-the-cause");
    const seen = [...document.querySelectorAll(".sees code")].map((code) => code.textContent);
    expect.soft(seen.length, "what the reader sees").toBeGreaterThan(0);
  });
}

test("a command further down would be noticed", async ({ page }) => {
  const path = symptoms[0]?.path ?? "";
  await page.setViewportSize(PHONE);
  await page.goto(path);
  await page.evaluate(() => document.querySelector(".prose .heading")?.before("\u00a0"));
  await page.evaluate(() => {
    const box = document.createElement("div");
    box.append(...Array.from({ length: 40 }, () => document.createElement("br")));
    document.querySelector(".prose")?.prepend(box);
  });
  expect((await firstCommand(page)).bottom).toBeGreaterThan(PHONE.height);
});
