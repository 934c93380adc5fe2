import { describe, expect, it } from "vitest";
import { parsePage } from "../../src/content/pages.ts";
import type { Rule, Site } from "./rule.ts";
import { SHAPE_RULES } from "./shape-rules.ts";
import { TERM_RULES } from "./term-rules.ts";

const RULES: Record<string, Rule> = { ...SHAPE_RULES, ...TERM_RULES };

const site: Site = {
  pages: [],
  terms: new Set(["pod", "init-container"]),
  names: new Map([
    ["pod", "Pod"],
    ["init-container", "init container"],
    ["image", "image"],
  ]),
  explains: new Map([["pod", "guide/pods"]]),
};

/** Valid front matter on three lines, and an empty line. */
const FRONT = `---
{ title: A page, order: 1, question: Which is it?, aliases: [], short: [It is a page., It is short.], description: It says what the page says in one sentence of fifty letters. }
---

`;

const symptom = `---
title: Lost
description: What to do when it is lost, in the order that finds it soonest.
question: Where is it?
order: 1
short:
  - It is lost for now.
  - Look for it first.
aliases:
  - lost
errors:
  - message: Lost
    at: find-the-cause
---

## Find the cause

Read the events.

\`\`\`sh
kubectl events
\`\`\`

It may be [gone](#it-is-gone).

## It is gone

**Recognise it:** Nothing is there.

**Fix it:** Bring it back.

\`\`\`sh
kubectl get pods
\`\`\`

## Prevent it

Keep it.
`;

const SYMPTOM = "a symptom's page goes straight to its cause";

/** A change to a good page, and what must be said of it. */
const SYMPTOM_FAULTS: [string, string | RegExp, string, RegExp][] = [
  ["text first", "## Find the cause", "Hello.\n\n## Find the cause", /text before the first/],
  ["another first heading", "## Find the cause", "## What it is", /not the shape/],
  ["another last heading", "## Prevent it", "## Afterwards", /not the shape/],
  ["a long way to the command", "Read the events.", "word ".repeat(30), /no short sentence/],
  ["two commands", "kubectl events", "kubectl events\nkubectl get pods", /not one command/],
  ["no command", /```sh\nkubectl events\n```/, "Look.", /not one command/],
  ["a change first", "kubectl events", "kubectl delete pod a", /changes the cluster/],
  ["nothing seen", "at: find-the-cause", "at: it-is-gone", /0 messages/],
  ["a long line in short", "It is lost for now.", "x".repeat(111), /a line of 111/],
  ["no causes", /## It is gone[^]*(?=## Prevent)/, "", /no causes/],
  ["no sign", "**Recognise it:** Nothing", "Nothing", /"It is gone" without "Recognise it:"/],
  ["no fix", "**Fix it:** Bring", "Bring", /"It is gone" without "Fix it:"/],
  ["a cause without a command", /```sh\nkubectl get pods\n```/, "", /without a command/],
];

describe(SYMPTOM, () => {
  const check = (source: string) =>
    RULES[SYMPTOM]?.(parsePage("content/troubleshooting/lost.mdx", source), site) ?? [];

  it("finds nothing on a correct page", () => {
    expect(check(symptom)).toEqual([]);
  });

  it.each(SYMPTOM_FAULTS)("finds %s", (_what, from, to, message) => {
    const found = check(symptom.replace(from, to)).join("\n");
    expect(found).toMatch(message);
    expect(found).toMatch(/^content\/troubleshooting\/lost\.mdx:\d+ .+\n {2}Hint: .+\.$/m);
  });

  it("asks nothing of other pages", () => {
    const elsewhere = parsePage("content/background/lost.mdx", `${FRONT}Hello.\n`);
    expect(RULES[SYMPTOM]?.(elsewhere, site)).toEqual([]);
  });
});

const question = (ask: string, answer = "Because.") =>
  `<Question ask="${ask}">\n\n${answer}\n\n</Question>\n\n`;
const guide = (body: string) => parsePage("content/guide/page.mdx", FRONT + body);

describe("a guide page ends with questions", () => {
  const check = (body: string) => RULES["a guide page ends with questions"]?.(guide(body), site);
  const heading = "## Check yourself\n\n";

  it("three to five of them", () => {
    expect(check(heading + question("Why?").repeat(3))).toEqual([]);
    expect(check(heading + question("Why?").repeat(2))?.join()).toMatch(/:5 2 questions/);
    expect(check(heading + question("Why?").repeat(6))?.join()).toMatch(/6 questions/);
  });

  it("at its end, each of up to 200 characters", () => {
    expect(check(`${heading + question("Why?").repeat(3)}## More\n`)?.join()).toMatch(
      /0 questions/,
    );
    expect(
      check(heading + question("Why?").repeat(2) + question("Why? ".repeat(41)))?.join(),
    ).toMatch(/:19 a question of 205 characters/);
  });

  it("and no other section asks", () => {
    const page = parsePage("content/reference/a.mdx", FRONT + question("Why?"));
    expect(RULES["a guide page ends with questions"]?.(page, site).join()).toMatch(/a question/);
  });
});

describe("a page shows what to run and is linked to", () => {
  it("no command", () => {
    expect(RULES["a page shows what to run"]?.(guide("Words.\n"), site).join()).toMatch(
      /:1 no com/,
    );
    expect(RULES["a page shows what to run"]?.(guide("```sh\nls\n```\n"), site)).toEqual([]);
  });

  it("an orphan", () => {
    const page = guide("Words.\n");
    const orphan = (...pages: Site["pages"]) =>
      RULES["no page is an orphan"]?.(page, { ...site, pages });
    const other = (body: string) => parsePage("content/guide/other.mdx", FRONT + body);
    expect(orphan(page)?.join()).toMatch(/:1 no other page's text leads here/);
    expect(orphan(guide("[Itself](/guide/page/)\n"))).not.toEqual([]);
    expect(orphan(other("[It](/guide/page/#here)\n"))).toEqual([]);
    expect(orphan(other('<Choice says="a" page="guide/page">\n\nb\n\n</Choice>\n'))).toEqual([]);
  });
});

describe("no term is used before it is explained or linked", () => {
  const check = (body: string, id = "guide/page") =>
    TERM_RULES["no term is used before it is explained or linked"]?.({ ...guide(body), id }, site);

  it.each([
    [
      "a bare term",
      "All Pods run.",
      /:5 "Pods" before it is explained.*<Term id="pod">Pods<\/Term>/s,
    ],
    ["one in a table", "| A |\n| --- |\n| a Pod |", /:7 "Pod"/],
    ["one that begins a sentence", "Init containers run first.", /"Init containers"/],
    ["one linked too late", 'A Pod. Then a <Term id="pod">Pod</Term>.', /"Pod"/],
  ])("finds %s", (_what, body, message) => {
    expect(check(body)?.join("\n")).toMatch(message);
  });

  it.each([
    ["one that is explained", 'A <Term id="pod">Pod</Term>. Two Pods.'],
    ["one that is linked", "[Pods](/guide/pods/) and a Pod."],
    ["code and headings", "## Pods\n\nRun `Pod`."],
    ["plain English", "An image of a podium."],
    ["a part of a longer term", 'An <Term id="init-container">init container</Term>.'],
  ])("passes %s", (_what, body) => {
    expect(check(body)).toEqual([]);
  });

  it("passes the page that explains the term", () => {
    expect(check("A Pod.", "guide/pods")).toEqual([]);
  });
});
