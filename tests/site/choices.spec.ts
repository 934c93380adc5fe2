import { expect, test } from "@playwright/test";
import { tabTo } from "./support/keyboard.ts";
import { pages, pageWith } from "./support/pages.ts";

const START = pageWith(".choices").path;
const start = pages.find(({ path }) => path === START);
const choices = [...(start?.document.querySelectorAll(".choices > li") ?? [])];
const href = (choice: Element) => choice.querySelector("a.says")?.getAttribute("href") ?? "";

test("every answer leads on, and has one command to copy and what to look for", () => {
  expect(choices.length).toBeGreaterThan(15);
  const known = new Set(pages.map(({ path }) => path));
  for (const choice of choices) {
    const says = choice.querySelector("a.says")?.textContent;
    const within = href(choice).startsWith("#");
    const target = within ? start?.ids.includes(href(choice).slice(1)) : known.has(href(choice));
    expect.soft(target, `${says}: ${href(choice)}`).toBe(true);
    const words = choice.querySelector("p")?.textContent ?? "";
    expect.soft(words.length, `${says}: what to look for`).toBeGreaterThan(20);
    // One that only asks the next question has nothing to run.
    expect.soft(choice.querySelectorAll(".command"), says ?? "").toHaveLength(within ? 0 : 1);
  }
});

test("every page of the section is one click away", () => {
  const links = new Set(
    [...(start?.document.querySelectorAll("main a") ?? [])].map((a) => a.getAttribute("href")),
  );
  const own = pages.filter(({ path }) => path.startsWith(START) && path !== START);
  expect(own.length).toBeGreaterThan(15);
  expect(own.filter(({ path }) => !links.has(path)).map(({ path }) => path)).toEqual([]);
});

test("by keyboard alone, a status leads to its page", async ({ page }) => {
  await page.goto(START);
  const link = page.locator(".errors a").first();
  const target = (await link.getAttribute("href")) ?? "";
  await tabTo(page, link);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${target}`);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a status leads to its page in one click", async ({ page }) => {
    await page.goto(START);
    const link = page.getByRole("heading", { level: 3 }).getByRole("link").first();
    const target = (await link.getAttribute("href")) ?? "";
    await link.click();
    await page.waitForURL(`**${target}`);
  });

  test("a question shows its answer", async ({ page }) => {
    await page.goto(pageWith("details.question").path);
    const question = page.locator("details.question").first();
    await expect(question.locator("p")).toBeHidden();
    await question.locator("summary").click();
    await expect(question.locator("p")).toBeVisible();
  });
});
