import { describe, expect, it } from "vitest";
import { joinLines } from "../../src/shell/join-lines.ts";

describe("joinLines", () => {
  it.each([
    ["a \\\n  b", "a b"],
    ["a\\\n  b", "a b"],
    ["a \\\nb", "a b"],
    ["a\\\nb", "ab"],
    ["a \\\n\t\tb", "a b"],
    ["a \\\n  b \\\n  c", "a b c"],
    ["a \\\n  \\\n  b", "a b"],
    ["a\\ \\\n  b", "a\\  b"],
    ["a \\\\ \\\n  b", "a \\\\ b"],
    ["a 'b  c' \\\n  \"d  $e\"", "a 'b  c' \"d  $e\""],
    [`a '"' \\\n  "'"`, `a '"' "'"`],
    [`a "\\"" \\\n  b`, `a "\\"" b`],
    ["a 'b # c' \\\n  d#e", "a 'b # c' d#e"],
    ["a \\\n  | b", "a | b"],
    ["a \\\n  && b", "a && b"],
    ['a <<< "b" \\\n  c', 'a <<< "b" c'],
    ["a \\# \\\n  b", "a \\# b"],
  ])("%j becomes %j", (text, joined) => {
    expect(joinLines(text)).toBe(joined);
  });

  it.each([
    ["one line", "kubectl get pods"],
    ["a newline within single quotes", "a \\\n  'b\nc'"],
    ["a newline within double quotes", 'a \\\n  "b\nc"'],
    ["a continued line within double quotes", 'a "b \\\n  c"'],
    ["a backslash and newline within single quotes", "a 'b \\\n  c'"],
    ["a substitution within double quotes", 'a "$(b "c \\\n  d")"'],
    ["a here-document", "cat \\\n  <<EOF\na\nEOF"],
    ["a here-document that is quoted", "cat \\\n  <<-'EOF'\n\ta \\\n\tEOF"],
    ["a newline behind a pipe", "a \\\n  b |\n  c"],
    ["several commands", "a \\\n  b\nc"],
    ["a comment", "a # b \\\n  c"],
    ["quotes with escapes", "a $'b\\'c' \\\n  d"],
    ["backticks", "a `b \\\n  c`"],
  ])("is not offered for %s", (_what, text) => {
    expect(joinLines(text)).toBeUndefined();
  });
});
