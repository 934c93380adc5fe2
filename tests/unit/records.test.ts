import { describe, expect, it } from "vitest";
import { recordsOf, withoutAliases, type SearchRecord } from "../../src/search/build/records.ts";

const command = (id: string, text: string, note = "") =>
  `<li class="command" id="${id}"><code data-source>${text}</code><button>Copy</button>` +
  `${note && `<p class="note">${note}</p>`}<pre class="output"><samp>printed</samp></pre></li>`;

const ARTICLE = `<html><head>
<meta name="description" content="What it is."><meta name="keywords" content="po, pods">
<meta name="section-keywords" content="{&#34;list&#34;:[&#34;show pods&#34;,&#34;ls&#34;]}">
</head><body><nav>Not found</nav>
<article data-article><header><h1>Pods</h1><p class="lead">What is a Pod?</p>
<section class="short"><h2>In short</h2></section></header>
<div data-prose><p>Before   the first
heading.</p>
<div class="heading"><h2 id="list">List <code>pods</code></h2><a class="anchor">Link to: x</a></div>
<p>See <b>them</b>.</p><ul><li>one</li><li>two</li></ul>
<figure class="code commands"><ul>${command("cmd-a", "kubectl get pods", "Lists them")}</ul></figure>
<div class="heading"><h2 id="make">Make one</h2></div>
<aside><p class="label">Trap</p><p>Mind it.</p>
<figure class="code commands"><ul>${command("cmd-b", "kubectl logs &lt;pod-name&gt; \\\n  -f")}</ul></figure></aside>
<figure class="code manifest" id="pod.yaml" data-manifest="pod.yaml"><figcaption>Manifest</figcaption>
<pre><code data-source>kind: Pod\nname: api</code></pre></figure>
<figure class="code manifest" data-manifest="pod.yaml" data-part="spec"><pre><code data-source>spec: x</code></pre></figure>
<figure class="code commands"><ul>${command("cmd-a-1", "kubectl get pods")}</ul></figure>
<div class="heading"><h2 id="check">Check yourself</h2></div>
<details class="question"><summary>Why?</summary><p>Since.</p></details>
</div></article></body></html>`;

const records = recordsOf(ARTICLE, "/guide/pods/");
const only = (kind: SearchRecord["kind"]) => records.filter((record) => record.kind === kind);

describe("recordsOf an article", () => {
  it("has a record for the page, each section, whole manifest, and each command once, in their order", () => {
    expect(records.map(({ kind, url, title }) => [kind, url, title])).toEqual([
      ["page", "/guide/pods/", "Pods"],
      ["section", "/guide/pods/#list", "List pods"],
      ["command", "/guide/pods/#cmd-a", "kubectl get pods"],
      ["section", "/guide/pods/#make", "Make one"],
      ["command", "/guide/pods/#cmd-b", "kubectl logs <pod-name> \\\n  -f"],
      ["manifest", "/guide/pods/#pod.yaml", "pod.yaml"],
    ]);
    for (const { page } of records) expect(page).toBe("Pods");
  });

  it("has description, question and what precedes the first section in the page's text", () => {
    const [page] = only("page");
    expect(page?.text).toBe("What it is. What is a Pod? Before the first heading.");
    expect(page?.code).toBe("");
    expect(page?.aliases, "and the question").toBe("po, pods, What is a Pod");
  });

  it("puts into a section what stands below its heading", () => {
    const [list, make] = only("section");
    expect(list?.aliases).toBe("show pods, ls");
    expect(make?.aliases).toBe("");
    expect(list).toMatchObject({ text: "See them. one two Lists them", code: "kubectl get pods" });
    expect(make?.text).toBe("Trap Mind it.");
    expect(make?.code).toContain("kind: Pod");
  });

  it("gives a command its note, and a manifest its source", () => {
    expect(only("command")[0]).toMatchObject({ text: "Lists them", code: "" });
    expect(only("manifest")[0]).toMatchObject({ text: "", code: "kind: Pod name: api" });
  });

  it("indexes nothing that is furniture or output", () => {
    const all = JSON.stringify(records);
    for (const text of ["Not found", "Copy", "Link to", "printed", "figcaption", "In short"]) {
      expect(all).not.toContain(text);
    }
  });
});

describe("recordsOf other pages", () => {
  it("has a record for each term of the glossary", () => {
    const html = `<h1>Glossary</h1><dl><div id="pod" data-term data-aliases="po, pods">
      <dt>Pod</dt><dd><p>The smallest.</p><p class="more"><a href="/guide/pods/">Pods</a></p></dd></div>
      <div id="etcd" data-term><dt>etcd</dt><dd><p>A database.</p></dd></div></dl>`;
    expect(recordsOf(html, "/glossary/")).toEqual([
      {
        kind: "term",
        url: "/glossary/#pod",
        title: "Pod",
        page: "Glossary",
        group: "Glossary",
        aliases: "po, pods",
        more: "/guide/pods/",
        text: "The smallest.",
        code: "",
      },
      {
        kind: "term",
        url: "/glossary/#etcd",
        title: "etcd",
        page: "Glossary",
        group: "Glossary",
        aliases: "",
        more: "",
        text: "A database.",
        code: "",
      },
    ]);
  });

  it("has a record for each message", () => {
    const html = `<h1>All</h1><ul data-errors><li><a href="/a/#x" data-page="A"><code>OOMKilled</code></a></li>
      <li><a href="/a/#x" data-page="A"><code>&lt;pending&gt;</code></a></li></ul>`;
    const found = recordsOf(html, "/search/");
    expect(found.map(({ kind, url, title, page }) => [kind, url, title, page])).toEqual([
      ["error", "/a/#x", "OOMKilled", "A"],
      ["error", "/a/#x", "<pending>", "A"],
    ]);
  });

  it("has none for a page without either, such as a list of links", () => {
    expect(recordsOf("<h1>Home</h1><p>Text</p>", "/")).toEqual([]);
  });
});

it("takes out of a page what only the index reads", () => {
  const page = withoutAliases(ARTICLE);
  expect(page).not.toContain("po, pods");
  expect(
    ARTICLE.replace(/<meta name="keywords".*?>\n<meta name="section-keywords".*?>/, "\n"),
  ).toBe(page);
  expect(withoutAliases("<h1>Home</h1>")).toBe("<h1>Home</h1>");
});
