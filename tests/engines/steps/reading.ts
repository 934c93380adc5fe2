import { articles, pageWith } from "../../site/support/pages.ts";
import { expect, step } from "../fixtures.ts";
import type { Visitor } from "../visitor.ts";

/** Two pages of one section, with contents worth folding. */
const [first = "", second = ""] = articles
  .filter(({ path }) => path.startsWith("/guide/"))
  .filter(({ document }) => document.querySelectorAll("main h2[id]").length > 3)
  .map(({ path }) => path);

const overflow = (visitor: Visitor) =>
  visitor.session.run(() => document.documentElement.scrollWidth - innerWidth);

async function expectPage(visitor: Visitor, path: string): Promise<void> {
  await visitor.until(`the page is ${path}`, async () =>
    (await visitor.where()) === path ? true : undefined,
  );
  await visitor.see("h1");
}

function wayThroughPages(): void {
  step("the home page leads to a guide page", async ({ visitor }) => {
    await visitor.see("h1");
    const { href } = await visitor.click('main a[href^="/guide/"]');
    await expectPage(visitor, new URL(href).pathname);
    await visitor.see("main p");
    expect(await overflow(visitor), "scrolls sideways").toBeLessThanOrEqual(0);
  });

  step("back and forward lead through the pages that were read", async ({ visitor }) => {
    await visitor.open(first);
    await visitor.click(`nav a[href="${second}"]`);
    await expectPage(visitor, second);
    await visitor.session.goBack();
    await expectPage(visitor, first);
    await visitor.session.goForward();
    await expectPage(visitor, second);
    // Scripts work on a page that came back from the browser's memory.
    await visitor.session.goBack();
    await expectPage(visitor, first);
    await visitor.search("pod");
    await visitor.see("dialog[open] [role=row] a");
  });

  step("a chosen theme is kept after a reload and on the next page", async ({ visitor }) => {
    await visitor.open(first);
    const light = await visitor.see("body");
    const button = 'button[aria-label^="Theme"]';
    await visitor.click(button);
    await visitor.click(button);
    expect((await visitor.see(button)).label).toBe("Theme: dark");
    const dark = await visitor.see("body");
    expect(dark.background).not.toBe(light.background);
    expect(dark.color).not.toBe(light.color);
    for (const go of [() => visitor.reload(), () => visitor.open(second)]) {
      await go();
      expect((await visitor.see(button)).label).toBe("Theme: dark");
      expect((await visitor.see("body")).background).toBe(dark.background);
    }
  });
}

function narrowWindow(): void {
  step("a narrow window has its pages in a menu", async ({ visitor }) => {
    await visitor.session.resize(390, 844);
    await visitor.open(first);
    expect(await overflow(visitor), "scrolls sideways").toBeLessThanOrEqual(0);
    const link = `nav[popover] a[href="${second}"]`;
    expect(await visitor.all(link)).toEqual([]);
    await visitor.click('header button[aria-label="Pages"]');
    const { height, hit } = await visitor.see(link);
    expect(height).toBeGreaterThanOrEqual(24);
    expect(hit).toBe(true);
    await visitor.press("Escape");
    await visitor.gone(link);
    await visitor.click('header button[aria-label="Pages"]');
    await visitor.click(link);
    await expectPage(visitor, second);
    await visitor.gone(link);
  });

  step("a narrow window has the page's contents folded", async ({ visitor }) => {
    await visitor.session.resize(390, 844);
    await visitor.open(first);
    const links = 'nav[aria-label="On this page"] a';
    expect(await visitor.all(links)).toEqual([]);
    await visitor.click("details.contents summary");
    await visitor.see(links);
    const last = (await visitor.all(links)).at(-1);
    await visitor.click({ css: links, text: last?.text ?? "" });
    const { hash } = new URL(last?.href ?? "");
    const heading = await visitor.until(`${hash} is in the window`, async () => {
      const [look] = await visitor.all(hash);
      return look?.inside ? look : undefined;
    });
    expect(heading.text).toContain(last?.text);
  });
}

function explanations(): void {
  step("a term is explained where it stands", async ({ visitor }) => {
    await visitor.open(pageWith(".prose > p > a.term").path);
    const term = ".prose > p > a.term";
    await visitor.hover(term);
    const card = await visitor.see("#definition");
    expect(card.inside).toBe(true);
    expect(card.width).toBeGreaterThan(150);
    expect(card.height).toBeGreaterThan(40);
    expect(card.text).toContain((await visitor.see("#definition strong")).text);
    await visitor.press("Escape");
    await visitor.gone("#definition");
  });

  step("a field of a manifest is explained", async ({ visitor }) => {
    await visitor.open(pageWith("[data-article] figure.manifest").path);
    await visitor.click("figure.manifest [data-explain]");
    const aid = await visitor.see("#explain");
    expect(aid.inside).toBe(true);
    const before = (await visitor.see("#explain .path")).text;
    await visitor.press("ArrowDown");
    await visitor.until("the next field is explained", async () =>
      (await visitor.see("#explain .path")).text === before ? undefined : true,
    );
    await visitor.press("Escape");
    await visitor.gone("#explain");
  });
}

/** Pages, the way between them, and how they look. */
export function reading(): void {
  wayThroughPages();
  narrowWindow();
  explanations();
}
