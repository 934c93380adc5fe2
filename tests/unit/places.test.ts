import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { fragmentIds } from "../../src/search/build/fragments.ts";
import type { SearchRecord } from "../../src/search/build/records.ts";
import { relate } from "../../src/search/build/relations.ts";
import { writeSite } from "../../src/search/build/site-file.ts";
import { readSite } from "../../src/search/match/site-file.ts";
import {
  baseForm,
  documentFrequencies,
  splitCompound,
  tokenize,
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
  record("error", "/guide/pods/#other~3", "CrashLoopBackOff"),
  record("term", "/glossary/#pod", "Pod", { page: "Glossary", group: "Glossary" }),
];
const IDS = new Map(RECORDS.map(({ url }, at) => [url, `en_${at}`]));

it("reads what it wrote: every place with its exact address", () => {
  const words = new Map([
    ["pods", 7],
    ["get", 1],
  ]);
  const { places, words: read } = readSite(writeSite(RECORDS, IDS, words));
  expect(places).toEqual(
    RECORDS.map(({ kind, url, title, page, group, aliases, effect = "" }, at) => ({
      kind,
      url: url.replace("~3", ""),
      title,
      page,
      group,
      aliases: aliases === "" ? [] : aliases.split(", "),
      effect,
      id: `en_${at}`,
    })),
  );
  expect([...read]).toEqual([
    ["get", 1],
    ["pods", 7],
  ]);
});

it("refuses a place that the full-text index does not have", () => {
  expect(() => writeSite(RECORDS, new Map(), new Map())).toThrow(/nothing for \/guide\/pods\//);
});

it("reads ids out of files with one place or many", () => {
  const file = (path: string, content: unknown) => ({
    path,
    content: gzipSync(`pagefind_dcd${JSON.stringify(content)}`),
  });
  const files = [
    file("fragment/en_group_1.pf_fragment", { en_a: { url: "/a/" }, en_b: { url: "/b/#c~1" } }),
    file("fragment/en_d.pf_fragment", { url: "/d/" }),
    { path: "pagefind.js", content: new Uint8Array() },
  ];
  expect([...fragmentIds(files)]).toEqual([
    ["/a/", "en_a"],
    ["/b/#c~1", "en_b"],
    ["/d/", "en_d"],
  ]);
  const other = [{ path: "fragment/en_a.pf_fragment", content: gzipSync("{}") }];
  expect(() => fragmentIds(other)).toThrow(/fragments\.ts/);
});

it("calls a page what the glossary calls its terms, and puts a message with its page", () => {
  const related = relate([
    record("page", "/guide/jobs/", "Jobs", { group: "Guide", aliases: "batch" }),
    record("error", "/guide/jobs/#x~1", "BackoffLimitExceeded", { group: "" }),
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
  expect(tokenize(' "Back-off" pulling: image=x ')).toEqual(["back-off", "pulling", "image", "x"]);
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
