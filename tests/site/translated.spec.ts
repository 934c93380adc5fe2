import { expect, test, type Page } from "@playwright/test";
import { clearClipboard, expectStatus, readClipboard } from "./support/clipboard.ts";
import { searchFor } from "./support/finder.ts";
import { pageWith } from "./support/pages.ts";
import { watch } from "./support/watch.ts";

const MANIFEST = pageWith('[data-article] [data-manifest="deployment.yaml"]:not([data-part])').path;
const COMMAND = pageWith("[data-article] .command var[data-in]").path;
const TERM = pageWith(".prose > p > a.term").path;

/**
 * Does to every page what Google Translate does: each text outside code gets two `<font>` around
 * it, as does what scripts write later.
 */
async function translate(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const skipped = 'script, style, textarea, title, [translate="no"], svg, font';
    const font = () => document.createElementNS("http://www.w3.org/1999/xhtml", "font");
    const wrap = (root: Node) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: Node[] = root.nodeType === Node.TEXT_NODE ? [root] : [];
      while (texts.nextNode()) found.push(texts.currentNode);
      for (const text of found) {
        if (!text.textContent?.trim() || text.parentElement?.closest(skipped)) continue;
        const [outer, inner] = [font(), font()];
        text.parentNode?.replaceChild(outer, text);
        outer.append(inner);
        inner.append(text);
      }
    };
    addEventListener("DOMContentLoaded", () => {
      wrap(document.body);
      new MutationObserver((changes) => {
        for (const { addedNodes, target, type } of changes) {
          if (type === "characterData") wrap(target);
          for (const node of addedNodes) wrap(node);
        }
      }).observe(document.body, { childList: true, characterData: true, subtree: true });
    });
  });
}

test.beforeEach(async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await translate(page);
});

/** Clicks what the reader sees: the innermost element of a text. */
const textIn = (page: Page, selector: string) =>
  page.locator(selector).locator("font font").first();

test("a translated page copies, with all its buttons", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(MANIFEST);
  const figure = 'figure[data-manifest="deployment.yaml"]:not([data-part])';
  await clearClipboard(page);
  await textIn(page, `${figure} [data-copy] [data-label]`).click();
  await expectStatus(page, /^Copied/, false);
  expect(await readClipboard(page)).toMatch(/^apiVersion: apps\/v1\nkind: Deployment\n/);
  await page.locator(`${figure} [data-as] > font font`).click();
  await textIn(page, ".ways:popover-open button b").click();
  await expect.poll(() => readClipboard(page)).toMatch(/^kubectl apply -f http\S+\.yaml$/);
  await expect(page.locator(".ways:popover-open")).toHaveCount(0);
  expect(seen.faults).toEqual([]);
});

test("a translated page explains fields and terms", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(MANIFEST);
  await page.locator(".manifest [data-explain] > font font").first().click();
  const card = page.locator("#explain");
  await expect(card.locator(".path")).toHaveText("apiVersion");
  await expect(card.locator(".text font").first(), "is translated too").toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(card.locator(".path")).toHaveText("kind");
  await page.keyboard.press("Escape");
  await page
    .locator(".manifest .k", { hasText: /^replicas$/ })
    .first()
    .hover();
  await expect(card.locator(".path")).toHaveText("spec.replicas");
  await page.goto(TERM);
  await textIn(page, ".prose > p > a.term").hover();
  await expect(page.locator("#definition")).toBeVisible();
  await page.mouse.move(1, 1);
  await expect(page.locator("#definition")).toBeHidden();
  expect(seen.faults).toEqual([]);
});

test("in a translated page the folded contents close behind the reader", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(pageWith("details.contents").path);
  const contents = page.locator("details.contents");
  await textIn(page, "details.contents summary").click();
  await expect(contents).toHaveAttribute("open");
  await contents.locator("a font font").last().click();
  await expect(contents).not.toHaveAttribute("open");
});

test("a translated page searches, and leads on by the text of a result", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(MANIFEST);
  const { links } = await searchFor(page, "crashloopbackoff");
  const href = (await links.first().getAttribute("href")) ?? "";
  await links.first().locator("font font, code").first().click();
  await page.waitForURL(`**${href}`);
  expect(seen.faults).toEqual([]);
});

test("a translated page takes names, in a command and in its panel", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(COMMAND);
  const field = page.locator(".command var", { hasText: "<pod-name>" }).first();
  await field.click();
  await expect(field).toHaveAttribute("contenteditable", "plaintext-only");
  await page.keyboard.type("shop-1");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect.poll(() => readClipboard(page)).toContain("shop-1");
  await page.getByRole("button", { name: "Your names" }).click();
  const panel = page.getByRole("dialog");
  await expect(panel.locator('input[name="pod-name"], input').first()).toBeVisible();
  await expect(panel.locator("code font"), "code keeps its words").toHaveCount(0);
  expect(seen.faults).toEqual([]);
});

test("what scripts write keeps its code from translation too", async ({ page }) => {
  const code = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("code, kbd, pre, samp, var")]
        .filter((element) => !element.closest('[translate="no"]'))
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
  await page.goto(MANIFEST);
  await page.locator("[data-as]").first().click();
  await expect(page.locator(".ways:popover-open code").first()).toBeVisible();
  await page.locator("[data-explain]").first().click();
  await expect(page.locator("#explain code").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Your names" }).click();
  await expect(page.getByRole("dialog").locator("code").first()).toBeVisible();
  const { rows } = await searchFor(page, "kubectl get pods");
  await expect(rows.locator("code").first()).toBeVisible();
  expect(await code()).toEqual([]);
  await page.goto(COMMAND);
  await page.locator(".command var").first().click();
  await expect(page.locator("#name-hint code")).toBeVisible();
  expect(await code()).toEqual([]);
});
