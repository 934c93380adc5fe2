import { describe, expect, it } from "vitest";
import { ContentError } from "../../src/content/content-error.ts";
import { parseCommands } from "../../src/content/commands.ts";

const texts = (source: string) => parseCommands(source).map(({ text }) => text);

/** The mistake that a block is refused for. */
function mistake(source: string): ContentError {
  try {
    parseCommands(source);
  } catch (error) {
    if (error instanceof ContentError) return error;
    throw error;
  }
  throw new Error(`accepted: ${JSON.stringify(source)}`);
}

describe("parseCommands: commands and notes", () => {
  it("takes each line for a command, with its line number", () => {
    expect(parseCommands("kubectl get pods\n\nkubectl get services\n")).toEqual([
      { text: "kubectl get pods", line: 1 },
      { text: "kubectl get services", line: 3 },
    ]);
  });

  it.each([
    ["kubectl get pods  # Lists them", "kubectl get pods", "Lists them"],
    ["kubectl get pods\t# after a tab", "kubectl get pods", "after a tab"],
    ["  kubectl get pods   # indented  ", "kubectl get pods", "indented"],
    ["echo '# no note'  # a note", "echo '# no note'", "a note"],
    [`echo "# no # note"  # it's one`, `echo "# no # note"`, "it's one"],
    ["echo \\# # note # again", "echo \\#", "note # again"],
  ])("splits the note off %j", (source, text, note) => {
    expect(parseCommands(source)).toEqual([{ text, note, line: 1 }]);
  });

  it.each([
    "kubectl get pods -o jsonpath='{.items[0]}#'",
    "echo a#b",
    "echo $#",
    'echo "${#names} # of them"',
    "echo '#'",
    "echo ${#names}",
    "curl http://api-server/#top",
    "kubectl get pods -o name | wc -l",
    "kubectl get pods\t-o\twide",
  ])("leaves %j whole", (source) => {
    expect(parseCommands(source)).toEqual([{ text: source, line: 1 }]);
  });

  it("leaves out an empty note", () => {
    expect(parseCommands("kubectl get pods  #")).toEqual([{ text: "kubectl get pods", line: 1 }]);
  });

  it("takes CRLF for a line's end", () => {
    expect(texts("kubectl get pods\r\nkubectl get \\\r\n  services\r\n")).toEqual([
      "kubectl get pods",
      "kubectl get \\\n  services",
    ]);
  });
});

describe("parseCommands: commands of several lines", () => {
  it.each([
    ["a continued line", "kubectl get pods \\\n  -l app=api-server"],
    ["an open quote", "echo 'first\n# second\n\nthird'"],
    ["a here-document", "kubectl apply -f - <<EOF\na: 'b\n# kept\n\nEOF"],
    ["a quoted here-document", "cat <<'EOF'\n$HOME \\\nEOF"],
    ["a here-document with tabs", "cat <<-EOF\n\ta\n\tEOF"],
    ["a here-document after a continued line", "cat \\\n  <<EOF\na\nEOF"],
  ])("keeps %s together", (_what, source) => {
    expect(parseCommands(`${source}\nls`)).toEqual([
      { text: source, line: 1 },
      { text: "ls", line: source.split("\n").length + 1 },
    ]);
  });

  it("keeps the note of the last line", () => {
    expect(parseCommands("kubectl get pods \\\n  -o wide  # Note")).toEqual([
      { text: "kubectl get pods \\\n  -o wide", note: "Note", line: 1 },
    ]);
  });

  it.each([
    ["a delimiter with a digit", "cat <<EOF2\na\nEOF2"],
    ["an escaped delimiter", "cat <<\\EOF\na\nEOF"],
    ["a pipe at the line's end", "kubectl get pods |\n  grep api"],
    ["&& at the line's end", "kubectl get pods &&\n  kubectl get services"],
    ["trailing blanks within a quote", "echo 'a  \nb'"],
    ["an open bracket", "(kubectl get pods\n  kubectl get services)"],
    ["an open substitution", 'echo "$(kubectl get pods\n)"'],
    ["a here-document and what its command is piped into", "cat <<EOF |\na\nEOF\n  sort"],
  ])("keeps together %s", (_what, source) => {
    expect(texts(`${source}\nls`)).toEqual([source, "ls"]);
  });

  it.each([
    ["a here-string", 'cat <<< "x"'],
    ["a here-string without blanks", "cat <<<word"],
    ["<< within quotes", "echo '<<EOF'"],
    ["<< in arithmetic", "echo $((1 << n))"],
    ["an escaped backslash at the end", "echo a\\\\"],
  ])("takes no second line for %s", (_what, source) => {
    expect(texts(`${source}\nls`)).toEqual([source, "ls"]);
  });

  it("takes spaces after the last backslash for a slip", () => {
    expect(texts("kubectl get \\  \n  pods\nls")).toEqual(["kubectl get \\\n  pods", "ls"]);
    expect(texts("ls 'a \\ '\nls")).toEqual(["ls 'a \\ '", "ls"]);
  });

  it("writes no carriage return into a here-document", () => {
    expect(texts("cat <<EOF\r\na: 1\r\nEOF\r\n")).toEqual(["cat <<EOF\na: 1\nEOF"]);
  });
});

describe("parseCommands: mistakes", () => {
  it.each([
    ["kubectl get pods\n# List", 2, /comment on a line of its own/],
    ["kubectl get \\\n# List\n  pods", 2, /comment on a line of its own/],
    ["ls\nkubectl get pods \\  # Note\n  -o wide", 2, /note inside a command/],
    ["ls\n\necho 'a\nb", 3, /never ends/],
    ['echo "a', 1, /never ends/],
    ["echo a \\", 1, /never ends/],
    ["ls\ncat <<EOF\na", 2, /<<EOF never ends/],
    ["", 1, /empty block/],
    [" \n\n", 1, /empty block/],
  ])("refuses %j on line %i", (source, line, what) => {
    const error = mistake(source);
    expect(error.line).toBe(line);
    expect(error.what).toMatch(what);
    expect(error.hint).not.toBe("");
  });

  it("refuses an indented end of a here-document, which a shell would not take for one", () => {
    expect(mistake("cat <<EOF\na\n  EOF").what).toMatch(/<<EOF/);
  });

  it("refuses a continued line that nothing follows on", () => {
    expect(mistake("kubectl get \\\n\nkubectl get pods").line).toBe(1);
  });

  it("does not lose a note beside a here-document", () => {
    let seen: string;
    try {
      seen = parseCommands("cat <<EOF  # Note\na\nEOF")[0]?.note ?? "lost";
    } catch (error) {
      seen = String(error);
    }
    expect(seen).toMatch(/note/i);
  });
});
