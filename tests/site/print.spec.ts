import { expect, test } from "@playwright/test";
import { articles, pages, pageWith } from "./support/pages.ts";

/** The page with the most commands, made to hang on a wall. */
const sheet = [...articles]
  .filter(({ document }) => !document.querySelector(".prose :is(pre, table, .diagram)"))
  .sort((a, b) => commands(b.document) - commands(a.document))[0];

function commands(document: Document): number {
  return document.querySelectorAll(".command").length;
}

test("the cheat sheet prints on two sheets", async ({ page }) => {
  expect(sheet && commands(sheet.document)).toBeGreaterThan(50);
  await page.goto(sheet?.path ?? "/");
  const margin = "10mm";
  const pdf = await page.pdf({
    format: "A4",
    margin: { top: margin, bottom: margin, left: margin, right: margin },
  });
  const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
  expect(sheets).toBeGreaterThan(0);
  expect(sheets).toBeLessThanOrEqual(2);
});

test("on paper every answer is open", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto(pageWith("details.question").path);
  for (const answer of await page.locator("details.question p").all()) {
    const height = await answer.evaluate((element) => element.getBoundingClientRect().height);
    expect(height).toBeGreaterThan(10);
  }
});

test("nothing that can only be pressed or typed in is printed", async ({ page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ media: "print" });
  for (const { path } of pages) {
    await page.goto(path);
    const printed = await page.evaluate(() =>
      [...document.querySelectorAll("button, input, select, textarea, .search, .door, .skip")]
        .filter((element) => element.checkVisibility())
        .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    );
    expect.soft(printed, path).toEqual([]);
  }
});

test("on paper a diagram keeps to its sheet, in ink", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize({ width: 680, height: 1000 });
  await page.goto(pageWith("figure.diagram").path);
  const diagram = page.locator("figure.diagram").first();
  await expect(diagram).toBeVisible();
  await expect(diagram).toHaveCSS("break-inside", "avoid");
  const box = await diagram.boundingBox();
  expect(box?.width).toBeLessThanOrEqual(680);
  const ink = await diagram
    .locator("text")
    .first()
    .evaluate((one) => getComputedStyle(one).fill);
  const sum = (ink.match(/\d+/g) ?? []).slice(0, 3).reduce((all, part) => all + Number(part), 0);
  expect(sum, `${ink} is dark`).toBeLessThan(250);
});
