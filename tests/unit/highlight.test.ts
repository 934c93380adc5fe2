import { readdirSync, readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { highlight } from "../../src/code/highlight.ts";
import { highlightCommand } from "../../src/code/highlight-command.ts";
import { escapeHtml } from "../../src/text/escape-html.ts";

const elementOf = (html: string) =>
  parseHTML(`<html><body><pre>${html}</pre></body></html>`).document.querySelector("pre");
const textOf = (html: string) => elementOf(html)?.textContent;

/** Class of the innermost element around a piece of text; "" when it has none. */
function classAround(html: string, text: string): string {
  const spans = [...(elementOf(html)?.querySelectorAll("[class]") ?? [])];
  return spans.find(({ textContent }) => textContent.includes(text))?.getAttribute("class") ?? "";
}

const folder = new URL("../../content/manifests/", import.meta.url);
const manifests = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));

const NASTY: [string, string][] = [
  ["yaml", "a: <b> & \"c\" 'd'\n\n\n# <mark>\nlast: |\n  x\n\n"],
  ["yaml", "\ttab:\tx \n"],
  ["yaml", ""],
  ["yaml", "no newline"],
  ["yaml", "a: &amp; &lt;\n"],
  ["yaml", "emoji: 🚢 ünïcode\n"],
  ["sh", "cat <<'EOF'\n<a> && b\nEOF"],
  ["dockerfile", 'FROM a AS b\nCMD ["x", "--y"]\n'],
  ["python", 'def f(a: "<b>") -> None:\n    return a < 1 and "&"\n'],
  ["js", "const a = `<${b}>`; // </code>\n"],
  ["json", '{ "a": [1, null, "<"] }\n'],
  ["sql", "SELECT '<' FROM a WHERE b >= 1;\n"],
  ["dotenv", "A=b # c\nURL=postgres://a:b@c/d?e=f&g\n"],
  ["text", "<pod-name> & more\n"],
  ...manifests.map((text): [string, string] => ["yaml", text]),
];

describe("highlight", () => {
  it.each(NASTY)("%s: the text of the result is the source: %j", (lang, source) => {
    expect(textOf(highlight(source, lang))).toBe(source);
    const all = new Set(source.split("\n").map((_, index) => index + 1));
    expect(textOf(highlight(source, lang, all))).toBe(source);
  });

  it.each(NASTY)("%s: has classes only, no styles: %j", (lang, source) => {
    const elements = elementOf(highlight(source, lang, new Set([1])))?.querySelectorAll("*") ?? [];
    for (const element of elements) {
      expect(["SPAN", "MARK"]).toContain(element.tagName);
      for (const { name } of element.attributes) expect(name).toBe("class");
    }
  });

  it("tells keys, strings, numbers and comments of YAML apart", () => {
    const html = highlight('spec:\n  name: "api" # why\n  port: 8000\n  plain: text\n', "yaml");
    const classes = ["spec", "api", "8000", "# why"].map((text) => classAround(html, text));
    expect(new Set(classes).size).toBe(4);
    expect(classes).not.toContain("");
    expect(classAround(html, "name")).toBe(classAround(html, "spec"));
    expect(classAround(html, "text")).toBe(classAround(html, "api"));
  });

  it("puts the marked lines, and no others, in marks", () => {
    const html = highlight("a: 1\nb: 2\nc: 3\nd: 4\n", "yaml", new Set([1, 3, 4]));
    const marks = [...(elementOf(html)?.querySelectorAll("mark") ?? [])];
    expect(marks.map(({ textContent }) => textContent)).toEqual(["a: 1\n", "c: 3\nd: 4\n"]);
  });

  it("refuses an unknown language and names the known ones", () => {
    expect(() => highlight("", "cobol")).toThrow(/"cobol".*yaml, sh, dockerfile/);
  });
});

describe("highlightCommand", () => {
  it.each([
    ["kubectl get pods", []],
    ["kubectl logs <pod-name> -c <container> --previous", ["<pod-name>", "<container>"]],
    ["kubectl get pod/<pod-name> --namespace=<namespace>", ["<pod-name>", "<namespace>"]],
    [`kubectl get "<pod-name>" '<namespace>'`, ["<pod-name>", "<namespace>"]],
    ["kubectl get pods \\\n  -n <namespace> \\\n  -o wide", ["<namespace>"]],
    ["echo $(kubectl get <pod-name>)", ["<pod-name>"]],
    ["cat <<EOF > a\n# <pod-name>\nb: '<namespace>'\nEOF", ["<pod-name>", "<namespace>"]],
    ["<pod-name> <a><b>", ["<pod-name>", "<a>", "<b>"]],
    ["curl http://<pod-name>:8000/a?b=<image>&c", ["<pod-name>", "<image>"]],
    ["kubectl get pods | sort < in > out && echo \"a 'b' & <c\"", []],
    ["bash -c 'kubectl describe pod <pod-name>'", ["<pod-name>"]],
    [`kubectl patch pod <pod-name> --patch \\\n  '{"spec":{"a":[{"b":"c-d"}]}}'`, ["<pod-name>"]],
    ["cat /proc/self/environ | tr '\\0' '\\n'", []],
    ["", []],
  ])("keeps the text of %j and finds its placeholders", (command, names) => {
    const html = highlightCommand(command);
    expect(textOf(html)).toBe(command);
    const vars = [...(elementOf(html)?.querySelectorAll("var") ?? [])];
    expect(vars.map(({ textContent }) => textContent)).toEqual(names);
    expect(html).not.toContain("style");
  });

  it.each([
    ["kubectl get pods", "kubectl·get pods"],
    ["kubectl get nodes", ""],
    ["(kubectl get pods) | xargs kubectl delete", "kubectl·get pods) | xargs kubectl·delete"],
  ])("marks where a namespace belongs in %j", (command, marked) => {
    const element = elementOf(highlightCommand(command));
    const marks = [...(element?.querySelectorAll("i") ?? [])];
    for (const mark of marks) mark.textContent = " ·";
    const wanted = marked.split("·").length - 1;
    expect(marks).toHaveLength(wanted);
    if (wanted > 0) expect(element?.textContent).toContain(marked.replaceAll("·", " · "));
  });

  it.each([
    ["kubectl get <pod-name>", null],
    ["kubectl get '<pod-name>'", "single"],
    ['kubectl get "<pod-name>"', "double"],
    ["echo $(kubectl get <pod-name>)", "complex"],
  ])("says what surrounds the name in %j", (command, context) => {
    const name = elementOf(highlightCommand(command))?.querySelector("var");
    expect(name?.getAttribute("data-in")).toBe(context);
  });

  it("tells flags and the program apart from the rest", () => {
    const html = highlightCommand("kubectl logs a --previous");
    const [program, flag] = [classAround(html, "kubectl"), classAround(html, "--previous")];
    expect(program).not.toBe("");
    expect(flag).not.toBe("");
    expect(flag).not.toBe(program);
  });
});

it("escapes what HTML would read", () => {
  expect(escapeHtml("<a> & &amp;")).toBe("&lt;a&gt; &amp; &amp;amp;");
});
