import { expect, it } from "vitest";
import { parsePage } from "../../src/content/pages.ts";
import { lacks } from "./coverage.ts";

const PAGE = `---
title: Example
description: An example of a page that answers one message in one of its sections.
order: 1
question: What does the message mean?
short: [The first line., The second line.]
aliases: []
errors:
  - message: disk full
    at: it-is-full
---

## It is full

Delete what nobody needs.

## It is slow

Wait.
`;
const answer = {
  at: "troubleshooting/example#it-is-full",
  messages: ["disk full"],
  says: ["Delete what nobody needs"],
};
const faults = (source: string) =>
  lacks([parsePage("content/troubleshooting/example.mdx", source)], answer);

it("finds nothing where a section answers", () => {
  expect(faults(PAGE)).toEqual([]);
});

it.each([
  [
    "a phrase that moved to another section",
    PAGE.replace("Delete what nobody needs.", "Hm.").replace("Wait.", "Delete what nobody needs."),
    "does not say: Delete what nobody needs",
  ],
  ["a heading of another name", PAGE.replace("## It is full", "## Full"), "no section it-is-full"],
  [
    "a message that leads elsewhere",
    PAGE.replace("at: it-is-full", "at: it-is-slow"),
    "disk full leads to it-is-slow",
  ],
  [
    "a message that is gone",
    PAGE.replace("message: disk full", "message: no room"),
    "disk full leads to nowhere",
  ],
])("finds %s", (_what, source, fault) => {
  expect(faults(source)).toEqual([fault]);
});

it("finds a page that is gone", () => {
  expect(lacks([], answer)).toEqual(["no page troubleshooting/example"]);
});
