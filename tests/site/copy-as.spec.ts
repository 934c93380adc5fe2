import { expect, test, type Page } from "@playwright/test";
import { violations } from "./support/axe.ts";
import { clearClipboard, expectStatus, readClipboard } from "./support/clipboard.ts";
import { tabTo } from "./support/keyboard.ts";
import { pages, pageWith } from "./support/pages.ts";
import { sideways } from "./support/sideways.ts";
import { isKustomization } from "../../src/content/manifests.ts";
import { manifests } from "./support/sources.ts";
import { watch } from "./support/watch.ts";

const WHOLE = "[data-article] figure.manifest[id]";
const { path: START, document: start } = pageWith(WHOLE);
const FILE = start.querySelector(WHOLE)?.getAttribute("data-manifest") ?? "";
const ALL = pages.find(({ path }) => path === "/manifests/")?.path ?? "";

const asOn = (page: Page, file = FILE) =>
  page.getByRole("button", { name: `Copy ${file} as…`, exact: true });
const menuOn = (page: Page, file = FILE) => page.getByRole("group", { name: `Copy ${file} as…` });
const wayOn = (page: Page, name: RegExp) =>
  page.locator(".ways:popover-open").getByRole("button", { name });
const here = (file: string) => `kubectl apply -f - <<'EOF'\n${manifests.get(file) ?? ""}EOF`;

const widthOfPage = () => document.body.getBoundingClientRect().width;

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

test("every manifest is copied as a command and as a here-document", async ({ page }) => {
  test.setTimeout(120_000);
  const seen = await watch(page);
  await page.goto(ALL);
  for (const [file, text] of manifests) {
    if (isKustomization(text)) {
      // `kubectl apply -f` does not take it.
      await expect(asOn(page, file)).toHaveCount(0);
      continue;
    }
    for (const [way, expected] of [
      [/^kubectl apply/, `kubectl apply -f ${new URL(page.url()).origin}/manifests/${file}`],
      [/^here-document/, here(file)],
    ] as const) {
      await clearClipboard(page);
      await asOn(page, file).click();
      await wayOn(page, way).click();
      await expect.poll(() => readClipboard(page), `${file}, ${String(way)}`).toBe(expected);
      await expectStatus(page, /^Copied kubectl apply -f .*\.$/, false);
      await expect(menuOn(page, file)).toBeHidden();
      await expect(asOn(page, file)).toBeFocused();
    }
  }
  expect(seen.faults).toEqual([]);
});

test("the address that is copied is that of the file", async ({ page, request }) => {
  await page.goto(START);
  await asOn(page).click();
  await wayOn(page, /^kubectl apply/).click();
  const url = (await readClipboard(page)).split(" ").at(-1) ?? "";
  expect(await (await request.get(url)).text()).toBe(manifests.get(FILE));
});

test("the reader's namespace is in both", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("names", '{"namespace":"shop"}');
  });
  await page.goto(START);
  await asOn(page).click();
  await expect(menuOn(page)).toContainText("kubectl -n shop apply -f http");
  await wayOn(page, /^kubectl apply/).click();
  await expect.poll(() => readClipboard(page)).toMatch(/^kubectl -n shop apply -f http\S+\.yaml$/);
  await asOn(page).click();
  await wayOn(page, /^here-document/).click();
  const expected = here(FILE).replace("kubectl", "kubectl -n shop");
  await expect.poll(() => readClipboard(page)).toBe(expected);
});

test("a part of a manifest is copied as YAML alone", async ({ page }) => {
  await page.goto(pageWith("figure[data-part]").path);
  await expect(page.locator("figure[data-part] [data-as]")).toHaveCount(0);
});

test("by keyboard: opens, goes through, closes on Escape and on leaving", async ({ page }) => {
  await page.goto(START);
  const as = asOn(page);
  await tabTo(page, as, 120);
  await expect(as).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await expect(menuOn(page)).toBeVisible();
  await expect(as).toHaveAttribute("aria-expanded", "true");
  await expect(as).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(wayOn(page, /^kubectl apply/)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menuOn(page)).toBeHidden();
  await expect(as).toBeFocused();
  await expect(as).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(wayOn(page, /^here-document/)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(menuOn(page)).toBeHidden();
  await page.keyboard.press("Shift+Tab");
  await expect(as).toBeFocused();
});

test("a second click and a click elsewhere close it", async ({ page }) => {
  await page.goto(START);
  const as = asOn(page);
  for (let turn = 0; turn < 3; turn += 1) {
    await as.click();
    await expect(menuOn(page)).toBeVisible();
    await as.click();
    await expect(menuOn(page)).toBeHidden();
  }
  await as.click();
  await page.mouse.click(5, 300);
  await expect(menuOn(page)).toBeHidden();
});

for (const width of [390, 1280]) {
  test(`it is in its place from the first frame on, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(START);
    await asOn(page).scrollIntoViewIfNeeded();
    const button = await asOn(page).boundingBox();
    // What is measured in a frame's callback is what the frame paints.
    await page.evaluate(() => {
      const places: string[] = [];
      Object.assign(window, { places });
      const record = () => {
        const box = document.querySelector(".ways:popover-open")?.getBoundingClientRect();
        if (box) places.push([box.x, box.y, box.width, box.height].join());
        requestAnimationFrame(record);
      };
      requestAnimationFrame(record);
    });
    for (let turn = 0; turn < 5; turn += 1) {
      await asOn(page).press("Enter");
      await expect(menuOn(page)).toBeVisible();
      await page.waitForTimeout(100);
      await page.keyboard.press("Escape");
    }
    const places = await page.evaluate(() => (window as unknown as { places: string[] }).places);
    expect(places.length).toBeGreaterThan(5);
    expect(new Set(places), "one place in all frames").toHaveProperty("size", 1);
    const [x = 0, y = 0, wide = 0] = places[0]?.split(",").map(Number) ?? [];
    if (width < 640) expect([x, wide]).toEqual([0, await page.evaluate(widthOfPage)]);
    else {
      expect(Math.abs(x + wide - (button?.x ?? 0) - (button?.width ?? 0))).toBeLessThan(2);
      expect(Math.abs(y - (button?.y ?? 0))).toBeLessThan(600);
    }
  });
}

test("one click opens it however slowly it loads", async ({ page }) => {
  await page.route("**/_astro/*", async (route) => {
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  await page.goto(START, { waitUntil: "networkidle" });
  await asOn(page).click();
  await expect(menuOn(page)).toBeVisible();
  await page.waitForTimeout(500);
  await expect(menuOn(page)).toBeVisible();
});

test("when copying is refused the text stands there, selected", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
    Object.defineProperty(navigator.clipboard, "writeText", { value: refuse });
    Object.defineProperty(document, "execCommand", { value: () => false });
  });
  await page.goto(START);
  await asOn(page).click();
  await wayOn(page, /^here-document/).click();
  await expectStatus(page, /selected.*Ctrl.*C/, true);
  await page.keyboard.press("Control+C");
  await expect.poll(() => readClipboard(page)).toBe(here(FILE));
});

test("says so when it cannot be loaded", async ({ page }) => {
  await page.goto(START);
  await page.route("**/_astro/**", (route) => route.abort());
  await asOn(page).click();
  await expectStatus(page, /could not be loaded/, true);
});

for (const [width, height] of [
  [320, 256],
  [320, 640],
  [1280, 900],
] as const) {
  test(`axe finds nothing, nothing moves, and it fits ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(START);
    const as = asOn(page);
    await as.scrollIntoViewIfNeeded();
    const before = await as.boundingBox();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await as.focus();
      await page.keyboard.press("Enter");
      await expect(menuOn(page)).toBeInViewport({ ratio: 1 });
      expect(await as.boundingBox()).toEqual(before);
      const over = await sideways(page);
      expect(over).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
    }
  });
}
