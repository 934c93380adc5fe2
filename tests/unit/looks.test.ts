import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { everyTextLook } from "../site/support/looks.ts";

const page = (path: string, body: string) => {
  const html = `<html><body>${body}</body></html>`;
  return { path, status: 200 as const, html, document: parseHTML(html).document, ids: [] };
};

it("chooses pages that together have every look of text, and leaves out those that repeat them", () => {
  const pages = [
    page("/a/", "<p>One</p>"),
    page("/b/", '<p>Two</p><div class="note"><p>Three</p></div>'),
    page("/c/", "<p>Four</p><aside><p>Five</p></aside>"),
    page("/d/", '<div class="note"><p>Six</p></div>'),
    page("/e/", "<pre></pre>"),
  ];
  expect([...everyTextLook(pages)].map(({ path }) => path)).toEqual(["/b/", "/c/"]);
});
