// npm run validate: says what is wrong in manifests, for people who have the repository.
import { readFileSync } from "node:fs";
import {
  formatProblem,
  schema,
  validate,
  type Level,
  type ManifestFile,
} from "../src/validate/index.ts";

const help = `Usage: npm run validate -- [FILE…]

Checks manifests against the API of Kubernetes ${schema.version}, without a cluster. A file may hold
several documents. Without a file, or with -, it reads standard input.

Each line says how bad it is, where it is, what is wrong and what to do:
  error    the API server or kubectl refuses it
  warning  it is accepted and does not work as written
  advice   it works, and there is a reason to write it otherwise
  note     the kind is not checked here

Exit status: 0 no error, 1 an error in one of the files, 2 a file or option that does not exist.
`;

/** What the command prints, and its exit status. */
export interface Outcome {
  out: string;
  err: string;
  status: number;
}

const words: Readonly<Record<Level, readonly [one: string, several: string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  advice: ["piece of advice", "pieces of advice"],
  note: ["kind not checked", "kinds not checked"],
};

function summary(levels: readonly Level[], files: number): string {
  const counts = (Object.keys(words) as Level[]).flatMap((level) => {
    const count = levels.filter((one) => one === level).length;
    return count === 0 ? [] : `${count} ${words[level][count === 1 ? 0 : 1]}`;
  });
  const found = counts.length > 0 ? counts.join(", ") : "nothing to say";
  return `${found} in ${files} ${files === 1 ? "file" : "files"}\n`;
}

/**
 * Runs the command.
 * @param args what stands behind its name
 * @param read returns the text of a file, or of standard input for "-"
 */
export function run(args: readonly string[], read: (name: string) => string): Outcome {
  if (args.includes("--help") || args.includes("-h")) return { out: help, err: "", status: 0 };
  const option = args.find((one) => one.startsWith("-") && one !== "-");
  if (option) return { out: "", err: `unknown option ${option}\n\n${help}`, status: 2 };
  const files: ManifestFile[] = [];
  for (const name of args.length > 0 ? args : ["-"]) {
    try {
      files.push({ name: name === "-" ? "standard input" : name, text: read(name) });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { out: "", err: `cannot read ${name}: ${why}\n`, status: 2 };
    }
  }
  const problems = validate(files, { complete: false });
  const lines = problems.map((one) => `${one.level.padEnd(7)} ${formatProblem(one)}\n`);
  const levels = problems.map(({ level }) => level);
  return {
    out: lines.join(""),
    err: summary(levels, files.length),
    status: levels.includes("error") ? 1 : 0,
  };
}

if (import.meta.filename === process.argv[1]) {
  const { out, err, status } = run(process.argv.slice(2), (name) =>
    readFileSync(name === "-" ? 0 : name, "utf8"),
  );
  process.stdout.write(out);
  process.stderr.write(err);
  process.exitCode = status;
}
