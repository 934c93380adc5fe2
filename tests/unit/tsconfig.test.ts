import ts from "typescript";
import { expect, it } from "vitest";
import { SHARED_FOLDERS } from "../../tools/layout/layers.ts";

function readConfig(path: string): ts.ParsedCommandLine {
  const read = ts.readConfigFile(path, (file) => ts.sys.readFile(file));
  if (read.error) throw new Error(ts.flattenDiagnosticMessageText(read.error.messageText, "\n"));
  return ts.parseJsonConfigFileContent(read.config, ts.sys, path.slice(0, path.lastIndexOf("/")));
}

/** The names that the compiler does not know in a file that exists only here. */
function unknownNames(config: string, file: string, text: string): string[] {
  const { options } = readConfig(config);
  const planted = ts.sys.resolvePath(file);
  const files = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...files,
    fileExists: (path) => path === planted || files.fileExists(path),
    getSourceFile: (path, target) =>
      path === planted
        ? ts.createSourceFile(path, text, target)
        : files.getSourceFile(path, target),
  };
  const program = ts.createProgram([planted], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(planted))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))
    .map((message) => /^Cannot find name '(\w+)'/.exec(message)?.[1] ?? message);
}

const USES_ALL = 'export const all = [process.env["HOME"], Buffer.from("a"), document.body, URL];';

it.each([
  ["src/tsconfig.browser.json", "src/code/planted.client.ts", ["process", "Buffer"]],
  ["src/tsconfig.shared.json", "src/text/planted.ts", ["process", "Buffer", "document"]],
  ["tools/tsconfig.json", "tools/planted.ts", ["document"]],
])("%s refuses, in %s, %j", { timeout: 60_000 }, (config, file, names) => {
  expect(unknownNames(config, file, USES_ALL)).toEqual(names);
});

it("src/tsconfig.shared.json has the folders that the layout calls shared", () => {
  const { raw } = readConfig("src/tsconfig.shared.json") as { raw: { include: string[] } };
  expect(raw.include.map((folder) => `src/${folder}/`).sort()).toEqual([...SHARED_FOLDERS].sort());
});
