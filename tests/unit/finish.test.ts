import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { finishPage } from "../../src/build/finish.ts";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const POLICY = `script-src 'self' ${hashOf("a()")} ${hashOf("other()")}`;
const PAGE =
  `<html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${POLICY}">` +
  `<meta name="keywords" content="po, pods"><script>a()</script></head>` +
  `<body><article data-article><h1>Pods</h1><div data-prose><p>Text</p></div></article></body></html>`;

const finish = (html: string, file: string) => finishPage(html, file, new Set());

describe("finishing a page", () => {
  it("reads the records before it removes what only they need", () => {
    const { records, html } = finish(PAGE, "guide/pods/index.html");
    expect(records).toMatchObject([{ url: "/guide/pods/", title: "Pods", aliases: "po, pods" }]);
    expect(html).not.toContain("keywords");
  });

  it("leaves in the policy what the finished page has, and changes nothing else", () => {
    const { html } = finish(PAGE, "guide/pods/index.html");
    const expected = PAGE.replace(` ${hashOf("other()")}`, "").replace(/<meta name="key.*?>/, "");
    expect(html).toBe(expected);
  });

  it("changes a finished page no further", () => {
    const { html } = finish(PAGE, "index.html");
    expect(finish(html, "index.html").html).toBe(html);
  });

  it("knows addresses: of the home page, and none of the page for what is not found", () => {
    expect(finish(PAGE, "index.html").records[0]?.url).toBe("/");
    expect(finish(PAGE, "404.html").records).toEqual([]);
  });

  it("stops at a page that its policy does not fit, and names it", () => {
    const faulty = PAGE.replace("a()</script>", "b()</script>");
    expect(() => finish(faulty, "guide/pods/index.html")).toThrow(/^guide\/pods\/index\.html /);
  });
});
