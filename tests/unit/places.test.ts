import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { documentsOf } from "../../src/search/build/documents.ts";
import { assertKnownVersion, readFragments } from "../../src/search/build/pagefind.ts";
import type { SearchRecord } from "../../src/search/build/records.ts";
import { relate } from "../../src/search/build/relations.ts";
import { writeSite } from "../../src/search/build/site-file.ts";
import { readPositions, textScores } from "../../src/search/match/positions.ts";
import type { Place } from "../../src/search/match/place.ts";
import { readSite } from "../../src/search/match/site-file.ts";
import {
  baseForm,
  documentFrequencies,
  splitCompound,
  splitWords,
} from "../../src/search/match/words.ts";

const record = (
  kind: SearchRecord["kind"],
  url: string,
  title: string,
  more = {},
): SearchRecord => ({
  kind,
  url,
  title,
  page: "Pods",
  group: "Guide",
  aliases: "",
  text: "",
  code: "",
  ...more,
});

const RECORDS = [
  record("page", "/guide/pods/", "Pods", { aliases: "po, pod" }),
  record("section", "/guide/pods/#see-your-pods", "See your Pods"),
  record("section", "/guide/pods/#other", "Named otherwise"),
  record("command", "/guide/pods/#cmd-kubectl-get-pods", "kubectl get pods", { effect: "reads" }),
  record("command", "/guide/pods/#cmd-x-1", "kubectl logs <pod> \\\n  -f", { group: "Commands" }),
  record("manifest", "/guide/pods/#pod.yaml", "pod.yaml", { group: "Manifests" }),
  record("error", "/guide/pods/#other", "CrashLoopBackOff", { unless: "Init, EXTERNAL-IP" }),
  record("term", "/glossary/#pod", "Pod", { page: "Glossary", group: "Glossary" }),
];

it("reads what it wrote: every place with its exact address", () => {
  const words = new Map([
    ["pods", 7],
    ["get", 1],
  ]);
  const { places, words: read } = readSite(writeSite(RECORDS, words));
  const plain = places.map((place): Place => {
    const { id, kind, url, title, page, pageNumber, group, aliases, unless, effect } = place;
    return { id, kind, url, title, page, pageNumber, group, aliases, unless, effect };
  });
  expect(plain).toEqual(
    RECORDS.map(({ kind, url, title, page, group, aliases, unless = "", effect = "" }, at) => ({
      kind,
      url,
      title,
      page,
      group,
      aliases: aliases === "" ? [] : aliases.split(", "),
      unless: unless === "" ? [] : unless.split(", "),
      effect,
      id: at,
      pageNumber: url.startsWith("/glossary/") ? 1 : 0,
    })),
  );
  expect([...read]).toEqual([
    ["get", 1],
    ["pods", 7],
  ]);
});

it("reads ids and word counts of pages, and refuses files of an unknown form", () => {
  const file = (path: string, text: string) => ({ path, content: gzipSync(text) });
  const path = "fragment/en_a.pf_fragment";
  const files = [
    file(path, 'pagefind_dcd{"url":"/a/","word_count":3}'),
    { path: "pagefind.js", content: new Uint8Array() },
  ];
  expect([...readFragments(files)]).toEqual([["/a/", { id: "en_a", url: "/a/", word_count: 3 }]]);
  for (const text of ["{}", 'pagefind_dcd{"url":"/a/"}']) {
    expect(() => readFragments([file(path, text)])).toThrow(/neither.*\n.*files of Pagefind \d/);
  }
});

it("finds the place of each position of a page's document", () => {
  const records = [
    record("page", "/a/", "Pods", { aliases: "po", text: "The Small Small unit" }),
    record("section", "/a/#x", "Logs", { text: "read apps/v1", code: "kubectl logs" }),
    record("page", "/b/", "Jobs"),
  ];
  const { documents, lengths } = documentsOf(records);
  expect(documents.map(({ words }) => words.join(" "))).toEqual([
    "Pods po Small unit Logs read apps/v1 v1 kubectl logs",
    "Jobs",
  ]);
  const positions = readPositions({ ids: ["a", "b"], ...lengths });
  const found = (id: string, ...words: number[]) => [
    ...textScores(positions, [{ id, words }]).keys(),
  ];
  expect(found("a", 1), "a name of the page").toEqual([0]);
  expect(found("a", 3), "its text").toEqual([0]);
  expect(found("a", 4), "the name of a section").toEqual([1]);
  expect(found("a", 8), "code of a section is code of the page, too").toEqual([1, 0]);
  expect(found("b", 0)).toEqual([2]);
  expect(found("unknown", 0)).toEqual([]);
});

it("repeats no word of a command in its section, and counts it for both and for the page", () => {
  const records = [
    record("page", "/a/", "Pods"),
    record("section", "/a/#x", "Logs", { code: "kubectl logs output" }),
    record("command", "/a/#cmd-x", "kubectl logs"),
    record("section", "/a/#y", "More", { code: "kubectl logs" }),
  ];
  const { documents, lengths } = documentsOf(records);
  const words = documents[0]?.words ?? [];
  expect(words.join(" ")).toBe("Pods Logs output kubectl logs More kubectl logs");
  const positions = readPositions({ ids: ["a"], ...lengths });
  const found = (...at: number[]) => [...textScores(positions, [{ id: "a", words: at }]).keys()];
  expect(found(words.indexOf("kubectl")).sort(), "page, section and command").toEqual([0, 1, 2]);
  expect(found(words.lastIndexOf("logs")).sort(), "a command shown again").toEqual([0, 3]);
});

it("scores names above text, text above code, and two occurrences above one", () => {
  const [name, text, code, twice] = [
    { title: "zz" },
    { title: "b", text: "zz" },
    { title: "c", code: "zz" },
    { title: "d", text: "zz", code: "zz" },
  ].map(({ title, ...more }, at) => {
    const others = [0, 1, 2, 3].filter((one) => one !== at);
    const { documents, lengths } = documentsOf([
      record("page", "/p/", title, more),
      ...others.map((one) => record("page", `/${one}/`, "other")),
    ]);
    const ids = documents.map(({ url }) => url);
    const words = (documents[0]?.words ?? []).flatMap((word, index) =>
      word === "zz" ? index : [],
    );
    return textScores(readPositions({ ids, ...lengths }), [{ id: "/p/", words }]).get(0) ?? 0;
  }) as [number, number, number, number];
  expect(name).toBeGreaterThan(twice);
  expect(twice).toBeGreaterThan(text);
  expect(text).toBeGreaterThan(code);
});

it("calls a page what the glossary calls its terms, and puts a message with its page", () => {
  const related = relate([
    // The list of all messages may be read before their pages.
    record("error", "/guide/jobs/#x", "BackoffLimitExceeded", { group: "" }),
    record("page", "/guide/jobs/", "Jobs", { group: "Guide", aliases: "batch" }),
    record("term", "/glossary/#job", "Job", { more: "/guide/jobs/", aliases: "jobs, batch" }),
    record("term", "/glossary/#etcd", "etcd", { more: "" }),
  ]);
  expect(related.map(({ aliases, group }) => [aliases, group])).toEqual([
    ["batch, job, jobs", "Guide"],
    ["", "Guide"],
    ["jobs, batch", "Guide"],
    ["", "Guide"],
  ]);
});

it("counts words whole and in parts, once a text", () => {
  const counts = documentFrequencies(["apps/v1 and `imagePull`", "Apps, apps: (v1) — image"]);
  expect(counts.get("apps/v1")).toBe(1);
  expect(counts.get("apps")).toBe(2);
  expect(counts.get("image")).toBe(2);
  expect(counts.get("imagepull")).toBe(1);
  expect(counts.has("—")).toBe(false);
});

it("takes words apart as Kubernetes joins them", () => {
  expect(splitCompound("livenessProbe.initialDelaySeconds")).toEqual([
    "liveness",
    "probe",
    "initial",
    "delay",
    "seconds",
  ]);
  expect(splitCompound("deployment/api-server")).toEqual(["deployment", "api", "server"]);
  expect(splitCompound("pods")).toEqual([]);
  expect(splitWords(' "Back-off" pulling: image=x ')).toEqual([
    "back-off",
    "pulling",
    "image",
    "x",
  ]);
});

it("compares words in their base form", () => {
  for (const [a, b] of [
    ["probes", "probe"],
    ["policies", "policy"],
    ["unauthorised", "unauthorized"],
    ["containerising", "containerizing"],
  ] as const) {
    expect(baseForm(a)).toBe(baseForm(b));
  }
  for (const word of ["status", "ingress", "is", "this", "kubernetes", "raise"]) {
    expect(baseForm(word).length, word).toBeGreaterThanOrEqual(word.length - 1);
  }
  expect(baseForm("ingress")).toBe("ingress");
  expect(baseForm("status")).toBe("status");
  expect(baseForm("rise")).toBe("rise");
});

it("restores words that start alike, and refuses values that would move the others", () => {
  const long = "a".repeat(50);
  const words = new Map([`${long}x`, `${long}y`, "b", "ba", "bab"].map((word) => [word, 2]));
  expect([...readSite(writeSite(RECORDS, words)).words]).toEqual([...words]);
  const broken = [record("page", "/x/", "X", { aliases: "a\nb" })];
  expect(() => writeSite(broken, words)).toThrow("line break");
});

it("refuses the files of another version of Pagefind, and those that name none", () => {
  const entry = (text: string) => [
    { path: "pagefind-entry.json", content: new TextEncoder().encode(text) },
  ];
  expect(() => {
    assertKnownVersion(entry('{"version":"1.6.0"}'));
  }).not.toThrow();
  for (const files of [entry('{"version":"1.7.0"}'), entry("{}"), []]) {
    expect(() => {
      assertKnownVersion(files);
    }).toThrow(/those of version .*\n.*knows the files of Pagefind 1\.6\.0/);
  }
});
