import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium, type Browser, type Page } from "@playwright/test";
import { SYSTEM } from "../../scripts/browser.mjs";

/** Bytes that a search fetches after the page that it is opened on. */
interface SearchBytes {
  /** Asked for before the first result is shown. */
  first: number;
  /** Until all is there that the first query needs. */
  whole: number;
}

/** The most bytes of several first searches, each with the query that took them. */
export interface WorstSearch {
  first: { bytes: number; query: string };
  whole: { bytes: number; query: string };
}

/** How a reader searches on a site. */
export interface Finder {
  open: string;
  field: string;
  result: string;
}

export const OURS: Finder = {
  open: "search-open button",
  field: "dialog[open] [role=combobox]",
  result: "dialog[open] [role=row] a",
};

export const STARLIGHTS: Finder = {
  open: "button[data-open-modal]",
  field: ".pagefind-ui__search-input",
  result: ".pagefind-ui__result-link",
};

const TYPES: Record<string, string> = {
  html: "text/html;charset=utf-8",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
  svg: "image/svg+xml",
};

/** What is compressed already: it is sent as it is, as static hosts do. */
const COMPRESSED = /\.(?:pf_\w+|pagefind|woff2|png|webp)$/;

/** Serves a folder with brotli, and counts what it sends. */
class CountingServer {
  /** What was sent: when it was asked for, in milliseconds since 1970, and its bytes. */
  readonly sent: { at: number; bytes: number }[] = [];
  readonly #server;
  readonly #cache = new Map<string, Buffer>();

  constructor(dist: string) {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://localhost");
      const name = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
      const file = join(dist, name);
      if (!existsSync(file)) {
        response.writeHead(404).end();
        return;
      }
      const plain = COMPRESSED.test(name);
      const body = this.#cache.get(name) ?? this.#body(file, plain);
      this.#cache.set(name, body);
      this.sent.push({ at: performance.timeOrigin + performance.now(), bytes: body.length });
      response.writeHead(200, {
        "content-type": TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
        ...(plain ? {} : { "content-encoding": "br" }),
      });
      response.end(body);
    });
  }

  #body(file: string, plain: boolean): Buffer {
    const body = readFileSync(file);
    return plain ? body : brotliCompressSync(body);
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** Marks the time of the first result within the page: a look from outside comes late. */
async function markFirst(page: Page, result: string): Promise<void> {
  // As text, since code of this folder is checked without a document.
  const content = `new MutationObserver((_, observer) => {
    if (!document.querySelector(${JSON.stringify(result)})) return;
    observer.disconnect();
    performance.mark("first result");
  }).observe(document, { subtree: true, childList: true });`;
  await page.addInitScript({ content });
}

/** When the first result was shown, in milliseconds since 1970. */
const firstShown = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      performance.timeOrigin + (performance.getEntriesByName("first result")[0]?.startTime ?? NaN),
  );

const sum = (parts: readonly { bytes: number }[]): number =>
  parts.reduce((total, { bytes }) => total + bytes, 0);

async function search(
  page: Page,
  server: CountingServer,
  finder: Finder,
  query: string,
): Promise<SearchBytes> {
  await page.waitForLoadState("networkidle");
  const before = server.sent.length;
  await page.locator(finder.open).first().click();
  await page.locator(finder.field).fill(query);
  await page.locator(finder.result).first().waitFor({ timeout: 60_000 });
  const shown = await firstShown(page);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1000);
  const sent = server.sent.slice(before);
  return { first: sum(sent.filter(({ at }) => at <= shown)), whole: sum(sent) };
}

function launch(): Promise<Browser> {
  const named = process.env["CHROMIUM_PATH"] ?? SYSTEM.find((path) => existsSync(path));
  return chromium.launch({
    ...(named ? { executablePath: named } : {}),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

/**
 * Searches a built site as readers do, each for the first time, and counts the bytes.
 * @param dist the site's folder
 * @param path the page that search is opened on
 * @param finder how its search is used
 * @param queries what is typed, at least one
 * @throws Error when there is no Chromium, or no result within a minute
 */
export async function worstSearch(
  dist: string,
  path: string,
  finder: Finder,
  queries: readonly string[],
): Promise<WorstSearch> {
  const server = new CountingServer(dist);
  const browser = await launch();
  const worst: WorstSearch = { first: { bytes: 0, query: "" }, whole: { bytes: 0, query: "" } };
  try {
    const origin = await server.listen();
    for (const query of queries) {
      // A context of its own, so that nothing is cached.
      const context = await browser.newContext();
      const page = await context.newPage();
      await markFirst(page, finder.result);
      await page.goto(origin + path);
      const found = await search(page, server, finder, query);
      await context.close();
      for (const what of ["first", "whole"] as const) {
        if (found[what] > worst[what].bytes) worst[what] = { bytes: found[what], query };
      }
    }
    return worst;
  } finally {
    await browser.close();
    server.close();
  }
}
