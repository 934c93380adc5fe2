import { expect, test, type Page } from "@playwright/test";
import { ask, finderOn, searchFor } from "./support/finder.ts";
import { articles } from "./support/pages.ts";
import { watch } from "./support/watch.ts";

const START = articles[0]?.path ?? "/";
const filters = (page: Page) => page.getByRole("group", { name: "Show" });
const labels = (page: Page) => page.locator(".finder [role=rowgroup] > .label").allTextContents();

test("the best stand first, the others under what they are", async ({ page }) => {
  await page.goto(START);
  const { rows } = await searchFor(page, "deployment");
  const found = await labels(page);
  expect(found[0]).toBe("Best");
  expect(found.slice(1)).toEqual(expect.arrayContaining(["Commands", "Guide", "Troubleshooting"]));
  const command = rows.filter({ has: page.getByRole("button", { name: /^Copy / }) });
  await expect(command.first().locator("code")).toHaveText(/\S/);
  await ask(page, "deployment.yaml");
  await expect(rows.first().locator("code.title")).toHaveText("deployment.yaml");
});

test("the words that matched are marked in the excerpt", async ({ page }) => {
  await page.goto(START);
  const { rows } = await searchFor(page, "readiness probe");
  await expect(rows.first().locator("mark").first()).toHaveText(/readiness|probe/i);
});

test("a command that changes or deletes says so", async ({ page }) => {
  await page.goto(START);
  const { rows } = await searchFor(page, "kubectl delete pod");
  const command = rows.filter({ has: page.locator("code", { hasText: "kubectl delete pod" }) });
  await expect(command.first()).toContainText("Deletes from the cluster");
  await ask(page, "kubectl get pods");
  const reading = rows.filter({ has: page.locator("code", { hasText: /^kubectl get pods$/ }) });
  await expect(reading.first()).not.toContainText("the cluster");
});

test("a misspelt word falls to the nearest one, and it is said", async ({ page }) => {
  await page.goto(START);
  const { state, links } = await searchFor(page, "deploymnet");
  await expect(state).toContainText("Showing results for deployment: no page has “deploymnet”.");
  await expect(links.first()).toContainText("Deployment");
  await ask(page, "deployment");
  await expect(state).toHaveText(/^\d+ places found$/);
});

test("results are filtered by what they are, by keyboard", async ({ page }) => {
  await page.goto(START);
  const { input, rows, state } = await searchFor(page, "rollout");
  const before = await state.textContent();
  await page.keyboard.press("Tab");
  await expect(filters(page).getByRole("radio", { name: "All" })).toBeFocused();
  const commands = filters(page).getByRole("radio", { name: "Commands" });
  await expect(async () => {
    await page.keyboard.press("ArrowRight");
    await expect(commands).toBeChecked({ timeout: 200 });
  }).toPass();
  await expect(state).not.toHaveText(before ?? "");
  await expect.poll(() => labels(page)).toEqual(["Commands"]);
  await expect(rows.first().getByRole("button", { name: /^Copy / })).toBeVisible();

  await input.fill("qqxxzzyy");
  await expect(state).toContainText("in Commands");
  // A new opening starts with everything.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+K");
  await expect(filters(page).getByRole("radio", { name: "All" })).toBeChecked();
});

test("an empty field offers common searches, and the reader's last ones until cleared", async ({
  page,
}) => {
  await page.goto(START);
  const { input, rows, links, dialog } = await searchFor(page, "");
  expect(await labels(page)).toEqual(["Common errors", "Common tasks"]);
  await rows.getByRole("button", { name: "CrashLoopBackOff" }).click();
  await expect(input).toHaveValue("CrashLoopBackOff");
  await expect(input).toBeFocused();
  await links.first().click();
  await page.waitForURL("**/crashloopbackoff/**");

  await searchFor(page, "");
  expect(await labels(page)).toEqual(["Your last searches", "Common errors", "Common tasks"]);
  await expect(rows.first()).toHaveText("CrashLoopBackOff");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(input).toHaveValue("CrashLoopBackOff");

  await ask(page, "");
  await dialog.getByRole("button", { name: "Clear your last searches" }).click();
  await expect(input).toBeFocused();
  expect(await labels(page)).toEqual(["Common errors", "Common tasks"]);
  await page.reload();
  await searchFor(page, "");
  expect(await labels(page)).toEqual(["Common errors", "Common tasks"]);
});

test("every common search finds something at once", async ({ page }) => {
  await page.goto(START);
  const { rows, state } = await searchFor(page, "");
  const offered = await rows.allTextContents();
  expect(offered.length).toBeGreaterThanOrEqual(10);
  for (const query of offered) {
    const { rows: found } = await ask(page, query);
    expect.soft(found.length, query).toBeGreaterThan(3);
    await expect.soft(state, query).toHaveText(/^\d+ places? found$/);
  }
});

test("a link can carry a query", async ({ page }) => {
  const seen = await watch(page);
  await page.goto("/?q=exit%20code%20137");
  const { input, links } = finderOn(page);
  await expect(input).toHaveValue("exit code 137");
  await expect(links.first()).toContainText("137");
  await page.goto(`/?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
  await expect(input).toHaveValue('"><img src=x onerror=alert(1)>');
  await expect(page.locator(".finder img")).toHaveCount(0);
  await page.goto("/?q=%E0%A4%A");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(seen.faults).toEqual([]);
});

const LANDINGS = [
  { query: "maxSurge", selector: "main h1" },
  { query: "kubectl rollout undo", selector: ".command" },
  { query: "deployment.yaml", selector: "figure.manifest" },
  { query: "Insufficient memory", selector: "h2, h3, h1" },
  { query: "finalizer", selector: "[data-term], h1, h2" },
];

for (const { query, selector } of LANDINGS) {
  test(`“${query}”: the place is scrolled to, focused, and its match is marked`, async ({
    page,
  }) => {
    const seen = await watch(page);
    await page.goto("/background/containers/");
    await searchFor(page, query);
    await page.keyboard.press("Enter");
    await expect(finderOn(page).dialog).toBeHidden();
    const focused = page.locator(":focus");
    await expect(focused).toHaveJSProperty("isConnected", true);
    expect(await focused.evaluate((element, wanted) => element.matches(wanted), selector)).toBe(
      true,
    );
    const match = await page.evaluate(() => {
      const ranges = [...(CSS.highlights.get("found") ?? [])] as Range[];
      const inSight = ranges.filter((range) => {
        const { top, bottom, height } = range.getBoundingClientRect();
        return height > 0 && top >= 0 && bottom <= innerHeight;
      });
      return inSight[0]?.toString() ?? "";
    });
    expect(match, "a match is in sight").not.toBe("");
    // The marks go with the reader's next step.
    await page.mouse.click(5, 400);
    expect(await page.evaluate(() => CSS.highlights.has("found"))).toBe(false);
    expect(seen.faults).toEqual([]);
  });
}

test("a landing note that search did not write is ignored, once", async ({ page }) => {
  const seen = await watch(page);
  await page.goto(START);
  for (const note of ["{", "null", "7", "{}", `{"url":"${START}","words":[1]}`]) {
    await page.evaluate((text) => {
      sessionStorage.setItem("landing", text);
    }, note);
    await page.reload({ waitUntil: "networkidle" });
    expect.soft(await page.evaluate(() => sessionStorage.getItem("landing")), note).toBeNull();
  }
  expect(seen.faults).toEqual([]);
});

test("works at 400 % zoom, and by touch", async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 256 },
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto(START);
  await page.getByRole("button", { name: /^Search/ }).tap();
  const { input, dialog, links } = finderOn(page);
  await expect(input).toBeFocused();
  await ask(page, "rollout");
  const wide = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(wide, "nothing sticks out").toBe(0);
  await filters(page).getByText("Troubleshooting").tap();
  await expect(filters(page).getByRole("radio", { name: "Troubleshooting" })).toBeChecked();
  await links.first().scrollIntoViewIfNeeded();
  await expect(links.first()).toBeInViewport();
  await links.first().tap();
  await page.waitForURL("**/troubleshooting/**");
  await expect(dialog).toBeHidden();
  await context.close();
});
