import { isScalar, LineCounter, parseAllDocuments, visit } from "yaml";

const indentOf = (line: string) => line.length - line.trimStart().length;

/** Lines of block scalars, whose text may be indented in any way. */
function scalarLines(text: string): Set<number> {
  const lines = new Set<number>();
  const counter = new LineCounter();
  for (const document of parseAllDocuments(text, { lineCounter: counter })) {
    visit(document, (_key, node) => {
      if (!isScalar(node) || !node.type?.startsWith("BLOCK") || !node.range) return;
      const first = counter.linePos(node.range[0]).line + 1;
      const last = counter.linePos(node.range[1]).line;
      for (let line = first; line <= last; line += 1) lines.add(line);
    });
  }
  return lines;
}

/**
 * What is wrong with a manifest's form: strict YAML of one document that names its kind.
 * @param file its path, for messages
 * @param text its text
 * @returns findings as `file:line what`, with a hint on the next line
 */
export function manifestProblems(file: string, text: string): string[] {
  const say = (line: number, what: string, hint: string) =>
    `${file}:${line} ${what}\n  Hint: ${hint}.`;
  const counter = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: counter,
    strict: true,
    uniqueKeys: true,
  });
  const problems = [...documents].flatMap(({ errors, warnings }) =>
    [...errors, ...warnings].map(({ message, pos }) =>
      say(counter.linePos(pos[0]).line, message.split("\n")[0] ?? "", "make it strict YAML"),
    ),
  );
  if (documents.length !== 1) {
    problems.push(say(1, `${documents.length} documents`, "keep one object a file"));
  }
  if (!/[^\n]\n$/.test(text)) {
    problems.push(say(text.split("\n").length, "no single newline at the end", "end with one"));
  }
  const inScalar = scalarLines(text);
  for (const [index, line] of text.split("\n").entries()) {
    const number = index + 1;
    if (/[\t\r]/.test(line)) problems.push(say(number, "a tab or carriage return", "use spaces"));
    if (/\s$/.test(line)) problems.push(say(number, "a trailing space", "take it out"));
    if (indentOf(line) % 2 === 1 && !inScalar.has(number)) {
      problems.push(say(number, `${indentOf(line)} spaces of indentation`, "indent by two"));
    }
  }
  const object = documents[0]?.toJS() as Record<string, unknown> | null | undefined;
  const name = (object?.["metadata"] as Record<string, unknown> | undefined)?.["name"];
  const fields = {
    apiVersion: object?.["apiVersion"],
    kind: object?.["kind"],
    "metadata.name": name,
  };
  for (const [field, value] of Object.entries(fields)) {
    if (typeof value === "string" && value !== "") continue;
    // It is no object of the API, and nothing refers to it.
    if (field === "metadata.name" && object?.["kind"] === "Kustomization") continue;
    problems.push(say(1, `no ${field}`, "every object of Kubernetes has one"));
  }
  return problems;
}
