import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseHTML } from "linkedom";

/** A page of the built site. */
export interface SitePage {
  /** Its address from the site's root. */
  path: string;
  /** What the server answers with there. */
  status: 200 | 404;
  /** The file's text. */
  html: string;
  document: Document;
  /** Every `id` in the order of the page. */
  ids: string[];
}

/** The built site. */
export const dist = fileURLToPath(new URL("../../../dist/", import.meta.url));

/** An address that leads nowhere, and holds no word that the page there could search for. */
const NOWHERE = "/-/";

function read(file: string): SitePage {
  const html = readFileSync(`${dist}${file}`, "utf8");
  const { document } = parseHTML(html);
  const missing = file === "404.html";
  return {
    path: missing ? NOWHERE : `/${file.replace(/(^|\/)index\.html$/, "$1")}`,
    status: missing ? 404 : 200,
    html,
    document,
    ids: Array.from(document.querySelectorAll("[id]"), ({ id }) => id),
  };
}

function readAll(): SitePage[] {
  if (!existsSync(`${dist}index.html`)) {
    throw new Error("dist/ contains no site to test: run `npm run build` first.");
  }
  return readdirSync(dist, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html"))
    .sort()
    .map(read);
}

/** Every page of the built site, by address. */
export const pages: readonly SitePage[] = readAll();

/** The pages that are articles: made from a file of content/. */
export const articles = pages.filter(({ document }) => document.querySelector("[data-article]"));

/**
 * The first page that has something.
 * @param selector what it has, as a CSS selector
 * @throws Error when no page has it
 */
export function pageWith(selector: string): SitePage {
  const found = pages.find(({ document }) => document.querySelector(selector));
  if (!found) throw new Error(`No page of dist/ has ${selector}.`);
  return found;
}
