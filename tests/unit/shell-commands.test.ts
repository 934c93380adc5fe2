import { describe, expect, it } from "vitest";
import { commandWords } from "../../src/shell/commands.ts";

describe("commandWords", () => {
  it.each<[string, string[][]]>([
    ["kubectl get pods", [["kubectl", "get", "pods"]]],
    ["kubectl  get\tpods", [["kubectl", "get", "pods"]]],
    ["kubectl get \\\n  pods", [["kubectl", "get", "pods"]]],
    ["printf '%s' 'a b' | base64", [["printf", "%s", "a b"], ["base64"]]],
    [`a"b c"d'e f'`, [["ab cde f"]]],
    ["a\\ b", [["a b"]]],
    ["a ''", [["a", ""]]],
    [`echo "a 'b' c"`, [["echo", "a 'b' c"]]],
    ["echo 'a\nb'", [["echo", "a\nb"]]],
    ["", []],
    ["a;b&c&&d||e|f |& g", [["a"], ["b"], ["c"], ["d"], ["e"], ["f"], ["g"]]],
    ["(a b)", [["a", "b"]]],
    ["a\nb # c\n# d\ne", [["a"], ["b"], ["e"]]],
    ["a > b 2>&1 < c >> 'd e'", [["a"]]],
    ["a <<EOF b\nc d\nEOF\ne", [["a", "b"], ["e"]]],
    [
      "kubectl get <pod-name> -n <namespace>",
      [["kubectl", "get", "<pod-name>", "-n", "<namespace>"]],
    ],
    ["kubectl logs <pod-name> > <pod-name>.log", [["kubectl", "logs", "<pod-name>"]]],
  ])("splits %j", (text, words) => {
    expect(commandWords(text)).toEqual(words);
  });

  it.each<[string, string[]]>([
    ["a $(b c)", ["b", "c"]],
    ['a "$(b c)"', ["b", "c"]],
    ['a "x `b "c"`"', ["b", "c"]],
    ["a `b c`", ["b", "c"]],
    ["a `b \\`d\\` c`", ["d"]],
    ["a <(b c)", ["b", "c"]],
    ["a > >(b c)", ["b", "c"]],
    ["a ${x:-$(b c)}", ["b", "c"]],
    ["a $((1 + $(b c)))", ["b", "c"]],
    ["a $( (b c) )", ["b", "c"]],
    ["a=(x $(b c))", ["b", "c"]],
    ["a <<EOF\n$(b c)\nEOF", ["b", "c"]],
    ["a <<< $(b c)", ["b", "c"]],
    ["a $(case x in x) b c;; esac)", ["b", "c"]],
  ])("finds the command within %j", (text, words) => {
    expect(commandWords(text)).toContainEqual(words);
  });

  it.each([
    "a '$(b c)'",
    'a "\\$(b c)"',
    "a $'$(b c)'",
    "a <<'EOF'\n$(b c)\nEOF",
    "a # $(b c)",
    "a=(b c)",
    "((b c))",
  ])("finds none within %j", (text) => {
    expect(commandWords(text)).not.toContainEqual(["b", "c"]);
  });
});
