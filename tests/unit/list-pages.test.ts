import { describe, expect, it } from "vitest";
import { listPages, entriesAround } from "../../src/content/list-pages.ts";
import { recordsOf } from "../../src/search/build/records.ts";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("listPages", () => {
  it("leaves a list on one page as long as it fits", () => {
    expect(listPages(numbers(3), 3, "/a/")).toEqual([{ number: 1, href: "/a/", items: [0, 1, 2] }]);
    expect(listPages([], 3, "/a/")).toHaveLength(1);
  });

  it("has every entry once, and an address for each page", () => {
    const pages = listPages(numbers(7), 3, "/a/");
    expect(pages.flatMap(({ items }) => items)).toEqual(numbers(7));
    expect(pages.map(({ href }) => href)).toEqual(["/a/", "/a/pages/2/", "/a/pages/3/"]);
    expect(listPages(numbers(4), 3, "/a/", "/a/b/")[1]?.href).toBe("/a/b/2/");
  });
});

describe("entriesAround", () => {
  it.each([
    [0, [0, 1, 2, 3]],
    [-1, [0, 1, 2, 3]],
    [5, [3, 4, 5, 6]],
    [9, [6, 7, 8, 9]],
  ])("of %i", (at, shown) => {
    expect(entriesAround(numbers(10), at, 4)).toEqual(shown);
  });

  it("is the whole list where that is short", () => {
    expect(entriesAround(numbers(4), 3, 4)).toEqual(numbers(4));
  });
});

it("reads the messages of each page of a list", () => {
  const list = (message: string) =>
    `<h1>All</h1><div data-errors><a href="/a/#x" data-page="A">${message}</a></div>`;
  const found = ["one", "two"].flatMap((message) => recordsOf(list(message), "/search/"));
  expect(found.map(({ url, title }) => [url, title])).toEqual([
    ["/a/#x", "one"],
    ["/a/#x", "two"],
  ]);
});
