import { expect, step } from "../fixtures.ts";
import type { Visitor } from "../visitor.ts";

const DIALOG = "dialog[open]";
const LINKS = `${DIALOG} [role=row] a`;
const BUTTONS = `${DIALOG} [role=row] button`;

/** Height of a target that a finger hits, by WCAG 2.5.8. */
const TARGET = 24;

/** Height in pixels of the part of the dialog that scrolls the results. */
const listHeight = (visitor: Visitor) =>
  visitor.session.run(() => {
    let list = document.querySelector("dialog[open] [role=grid]");
    while (list && !/auto|scroll/.test(getComputedStyle(list).overflowY)) list = list.parentElement;
    return list?.clientHeight ?? 0;
  });

async function expectResults(visitor: Visitor): Promise<void> {
  const links = await visitor.all(LINKS);
  const buttons = await visitor.all(BUTTONS);
  expect(links.length).toBeGreaterThan(3);
  expect(buttons.length).toBeGreaterThan(0);
  for (const { height, text } of [...links, ...buttons]) {
    expect.soft(height, text).toBeGreaterThanOrEqual(TARGET);
  }
  expect.soft(await listHeight(visitor), "height of the list").toBeGreaterThan(200);
  for (const { hit, inside, text } of links.slice(0, 3)) {
    expect.soft([inside, hit], `${text}: can be seen and clicked`).toEqual([true, true]);
  }
}

/** Search by shortcut and button, its results, and where they lead. */
export function searching(): void {
  for (const [width, height] of [
    [1280, 900],
    [390, 844],
  ] as const) {
    step(`search opens by Ctrl K and shows its results, ${width} px`, async ({ visitor }) => {
      await visitor.session.resize(width, height);
      await visitor.search("kubectl logs");
      await expectResults(visitor);
      await visitor.press("Escape");
      await visitor.gone(DIALOG);
    });

    step(`search opens by its button and shows its results, ${width} px`, async ({ visitor }) => {
      await visitor.session.resize(width, height);
      await visitor.click("header button[aria-haspopup=dialog]");
      await visitor.ask("kubectl logs");
      await expectResults(visitor);
      await visitor.click({ css: `${DIALOG} button`, text: "Close" });
      await visitor.gone(DIALOG);
    });
  }

  step("a click on a result lands on its place", async ({ visitor }) => {
    await visitor.search("readiness probe");
    const { href } = await visitor.click(LINKS);
    await visitor.until(`the page is ${href}`, async () =>
      href.endsWith(await visitor.where()) ? true : undefined,
    );
    await visitor.gone(DIALOG);
    const place = await visitor.see(new URL(href).hash || "h1");
    expect(place.y).toBeGreaterThanOrEqual(0);
    expect(place.y).toBeLessThan(900);
  });

  step("the arrow keys choose a result and Enter follows it", async ({ visitor }) => {
    await visitor.press("/");
    await visitor.ask("crashloopbackoff");
    const before = (await visitor.see(`${DIALOG} [aria-selected=true] a`)).href;
    await visitor.press("ArrowDown");
    const { href, inside } = await visitor.see(`${DIALOG} [aria-selected=true] a`);
    expect(href).not.toBe(before);
    expect(inside).toBe(true);
    await visitor.press("Enter");
    await visitor.until(`the page is ${href}`, async () =>
      href.endsWith(await visitor.where()) ? true : undefined,
    );
  });
}
