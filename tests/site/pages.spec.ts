import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { expect } from "@playwright/test";
import { dist, pages, type SitePage } from "./support/pages.ts";
import { test } from "./support/reader.ts";

const ORIGIN = "https://site.test";
const byPath = new Map(pages.map((page) => [page.path, page]));

/** Why an address on a page leads nowhere, or nothing when it is fine. */
function broken(from: SitePage, address: string): string | undefined {
  const { origin, pathname, hash } = new URL(address, ORIGIN + from.path);
  if (origin !== ORIGIN) return undefined;
  const target = byPath.get(decodeURIComponent(pathname));
  if (!target) {
    // A folder answers only with its closing slash, which the page's own address has.
    const isFile = /\.\w+$/.test(pathname) && existsSync(dist + pathname.slice(1));
    return isFile && hash === "" ? undefined : `${address}: no such page or file`;
  }
  const id = decodeURIComponent(hash.slice(1));
  if (id === "" || target.ids.includes(id)) return undefined;
  return `${address}: ${target.path} has only ${target.ids.join(", ")}`;
}

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Heading levels in the order of the page, as far as they leave one out. */
function headingGaps(root: ParentNode): string[] {
  const headings = [...root.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  return headings.flatMap((heading, index) => {
    const level = Number(heading.tagName[1]);
    const before = Number(headings[index - 1]?.tagName[1] ?? level);
    return level > before + 1 ? [`h${before} then h${level} “${heading.textContent}”`] : [];
  });
}

test("there are pages to test", () => {
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter(({ status }) => status === 404)).toHaveLength(1);
});

test("every title is its page's own", () => {
  const titles = pages.map(({ document }) => document.title);
  expect(titles.filter((title, index) => title === "" || titles.indexOf(title) !== index)).toEqual(
    [],
  );
});

for (const site of pages) {
  const { path, status, html, document, ids } = site;

  test(`${path} is sound as written`, () => {
    expect.soft(document.querySelectorAll("h1")).toHaveLength(1);
    expect.soft(headingGaps(document), "levels left out").toEqual([]);
    const main = document.querySelector("main");
    expect.soft(main?.querySelector("h1, h2, h3, h4, h5, h6")?.tagName).toBe("H1");

    const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
    expect.soft(repeated, "ids used twice").toEqual([]);
    const addresses = [...document.querySelectorAll("[href], [src]")].map(
      (element) => element.getAttribute("href") ?? element.getAttribute("src") ?? "",
    );
    expect.soft(addresses.flatMap((address) => broken(site, address) ?? [])).toEqual([]);
    const references = [
      "aria-labelledby",
      "aria-describedby",
      "aria-controls",
      "popovertarget",
      "for",
    ];
    for (const name of references) {
      const targets = [...document.querySelectorAll(`[${name}]`)]
        .flatMap((element) => (element.getAttribute(name) ?? "").split(/\s+/))
        .filter((id) => !ids.includes(id));
      expect.soft(targets, `${name} names what is not there`).toEqual([]);
    }

    const styled = [...document.querySelectorAll("[style]")].map(({ outerHTML }) => outerHTML);
    expect.soft(styled, "style attributes").toEqual([]);
    const handlers = html.match(/<[^>]+\son[a-z]+=/g);
    expect.soft(handlers, "inline event handlers").toBeNull();
    const policy = document.querySelector('meta[http-equiv="content-security-policy" i]');
    expect.soft(policy?.getAttribute("content")).toContain("default-src 'none'");
    expect.soft(policy?.getAttribute("content")).not.toContain("unsafe-inline");
    expect.soft(policy?.getAttribute("content")).not.toContain("'unsafe-eval'");
    // What stands before it is not covered by it.
    const [encoding, second] = document.head.children;
    expect.soft(encoding?.hasAttribute("charset"), "the encoding first").toBe(true);
    expect.soft(second?.outerHTML, "then the policy").toBe(policy?.outerHTML);
    const uncovered = [...document.querySelectorAll("script:not([src]), style")].filter(
      ({ textContent }) => !policy?.getAttribute("content")?.includes(hashOf(textContent)),
    );
    expect.soft(uncovered, "inline, and not in the policy").toEqual([]);

    const code = [...document.querySelectorAll("code, kbd, pre, samp, var")];
    const translated = code.filter((one) => !one.closest('[translate="no"]'));
    expect
      .soft(
        translated.map(({ outerHTML }) => outerHTML),
        "code to translate",
      )
      .toEqual([]);
  });

  test(`${path} loads without a fault`, async ({ reader: { page, seen } }) => {
    const response = await page.goto(path, { waitUntil: "load" });
    expect.soft(response?.status()).toBe(status);
    await expect.soft(page).toHaveTitle(document.title);
    await expect.soft(page.locator("h1")).toHaveCount(1);
    // Scripts that run later than load would show here.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    await expect.soft(page.locator("[style]"), "style attributes set by scripts").toHaveCount(0);
    expect.soft(seen.faults).toEqual([]);
    expect.soft(seen.foreign, "requests to another origin").toEqual([]);
  });
}

test("an unknown address at any depth gets the page that says so", async ({ request }) => {
  for (const address of ["/no-such-page/", "/guide/no/such/page.html", "/manifests/none.yaml"]) {
    const response = await request.get(address);
    expect.soft(response.status(), address).toBe(404);
    expect.soft(await response.text()).toBe(pages.find(({ status }) => status === 404)?.html);
  }
});
