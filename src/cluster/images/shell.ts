/** Where a simulated program runs: what it reads and where it prints. */
export interface Surroundings {
  env: ReadonlyMap<string, string>;
  hostname: string;
  /** Reads a file of the container, undefined when there is none. */
  read(path: string): string | undefined;
  print(text: string): void;
  complain(text: string): void;
  /** Runs a program that the shell does not know itself. */
  run(argv: readonly string[]): Promise<number>;
}

type Token = { word: string } | { operator: "&&" | "||" | ";" };

/**
 * Splits a line into words and operators as a POSIX shell does, with `$NAME` and `${NAME}` filled
 * in. Pipes, redirections and substitutions are not known here.
 */
function tokenize(line: string, env: ReadonlyMap<string, string>): Token[] {
  const tokens: Token[] = [];
  let word: string | undefined;
  const end = () => {
    if (word !== undefined) tokens.push({ word });
    word = undefined;
  };
  for (let index = 0; index < line.length;) {
    const rest = line.slice(index);
    const operator = /^(?:&&|\|\||;)/.exec(rest)?.[0] as "&&" | "||" | ";" | undefined;
    const space = /^\s+/.exec(rest)?.[0];
    const single = /^'([^']*)'/.exec(rest);
    const double = /^"((?:[^"\\]|\\.)*)"/.exec(rest);
    const variable = /^\$(?:(\w+)|\{(\w+)\})/.exec(rest);
    if (operator || space) {
      end();
      if (operator) tokens.push({ operator });
      index += (operator ?? space ?? "").length;
    } else if (single) {
      word = (word ?? "") + (single[1] ?? "");
      index += single[0].length;
    } else if (double) {
      word = (word ?? "") + expand(double[1] ?? "", env);
      index += double[0].length;
    } else if (variable) {
      word = (word ?? "") + (env.get(variable[1] ?? variable[2] ?? "") ?? "");
      index += variable[0].length;
    } else {
      const step = rest.startsWith("\\") ? 2 : 1;
      word = (word ?? "") + rest.slice(step - 1, step);
      index += step;
    }
  }
  end();
  return tokens;
}

function expand(text: string, env: ReadonlyMap<string, string>): string {
  return text.replace(
    /\\(["\\$`])|\$(?:(\w+)|\{(\w+)\})/g,
    (_all, escaped: string | undefined, bare: string | undefined, braced: string | undefined) =>
      escaped ?? env.get(bare ?? braced ?? "") ?? "",
  );
}

function test(words: readonly string[]): number {
  const [first = "", second = "", third] = words;
  if (first === "-n") return second === "" ? 1 : 0;
  if (first === "-z") return second === "" ? 0 : 1;
  if (second === "=" && third !== undefined) return first === third ? 0 : 1;
  return words.length === 1 && first !== "" ? 0 : 1;
}

async function builtin(words: readonly string[], around: Surroundings): Promise<number> {
  const [name = "", ...args] = words;
  switch (name.replace(/^\/bin\/|^\/usr\/bin\//, "")) {
    case "echo":
      around.print(`${args.join(" ")}\n`);
      return 0;
    case "hostname":
      around.print(`${around.hostname}\n`);
      return 0;
    case "pwd":
      around.print("/\n");
      return 0;
    case "test":
      return args[0] === "-f" ? around.run(words) : test(args);
    case "[":
      return test(args.slice(0, -1));
    case "cat": {
      let status = 0;
      for (const path of args) {
        const content = around.read(path);
        if (content === undefined) {
          around.complain(`cat: can't open '${path}': No such file or directory\n`);
          status = 1;
        } else around.print(content);
      }
      return status;
    }
    default:
      return around.run(words);
  }
}

/** What a line left behind: its exit status, and whether it asked the shell to end. */
export interface LineResult {
  status: number;
  exited: boolean;
}

/**
 * Runs one line in the small shell of the cluster's images: words, quotes, `$NAME`, `&&`, `||`, `;`.
 * @param line the line
 * @param around where it runs
 * @returns the status of the last command that ran
 */
export async function runLine(line: string, around: Surroundings): Promise<LineResult> {
  let status = 0;
  let words: string[] = [];
  let skip = false;
  const flush = async (): Promise<LineResult | undefined> => {
    const command = words;
    words = [];
    if (skip || command.length === 0) return undefined;
    if (command[0] === "exit") return { status: Number(command[1] ?? status), exited: true };
    status = await builtin(command, around);
    if (status === 127) around.complain(`sh: ${command[0] ?? ""}: not found\n`);
    return undefined;
  };
  for (const token of tokenize(line, around.env)) {
    if ("word" in token) {
      words.push(token.word);
      continue;
    }
    const left = await flush();
    if (left) return left;
    if (token.operator === ";") skip = false;
    else skip = token.operator === "&&" ? status !== 0 : status === 0;
  }
  return (await flush()) ?? { status, exited: false };
}
