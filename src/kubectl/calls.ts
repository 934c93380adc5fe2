import { simpleCommands, type SimpleCommand } from "../shell/commands.ts";
import { tokenize } from "../shell/lexer.ts";
import type { Span } from "../shell/syntax.ts";

/** A call of kubectl in shell text. */
export interface KubectlCall {
  /** Its words, quotes removed, the first being `kubectl`. */
  words: string[];
  /** Where the text calls the program; undefined within a string that another shell reads. */
  program: Span | undefined;
}

/** A word of a command, and where it is in the text. */
interface LocatedWord {
  value: string;
  place: Span | undefined;
}

/** Words of the shell that a command follows. */
const KEYWORDS = new Set("! { if then elif else while until do time".split(" "));
/** Programs that run the command given as their arguments. */
const RUNNERS = new Set(
  [
    "builtin chroot command doas env exec find flock ionice nice nohup parallel setsid ssh stdbuf",
    "strace su sudo time timeout unshare watch xargs",
  ].flatMap((line) => line.split(" ")),
);
/** Programs that read shell text: as the argument after `-c`, or from their standard input. */
const SHELLS = new Set("ash bash dash ksh sh su zsh".split(" "));
/** Commands that read shell text: their arguments, joined by spaces. */
const READERS = new Set("eval ssh trap watch".split(" "));

const programName = (word: string) => word.slice(word.lastIndexOf("/") + 1);

/** Arguments as one text, without the options before the first that can have a call in it. */
function joined(args: readonly LocatedWord[]): string {
  const values = args.map(({ value }) => value);
  const at = values.findIndex((value) => value.includes("kubectl"));
  return at < 0 ? "" : values.slice(at).join(" ");
}

/** Calls in a string that is read as shell text; where they are in the whole text is not known. */
const within = (text: string): KubectlCall[] =>
  kubectlCalls(text).map(({ words }) => ({ words, program: undefined }));

/** Calls that a program makes which runs the command given as its arguments. */
function callsOfRunner(args: readonly LocatedWord[]): KubectlCall[] {
  const at = args.findIndex(({ value }) => {
    const name = programName(value);
    return name === "kubectl" || SHELLS.has(name) || READERS.has(name);
  });
  // As the last word it is a name that is looked up or installed, and nothing is called.
  const isName = at === args.length - 1 && programName(args[at]?.value ?? "") === "kubectl";
  return at < 0 || isName ? [] : callsOfWords(args.slice(at));
}

function callsOfWords(all: readonly LocatedWord[]): KubectlCall[] {
  const start = all.findIndex(
    ({ value }) => !KEYWORDS.has(value) && !/^[A-Za-z_]\w*\+?=/.test(value),
  );
  if (start < 0) return [];
  const [program, ...args] = all.slice(start);
  const name = programName(program?.value ?? "");
  if (name === "kubectl") {
    const words = ["kubectl", ...args.map(({ value }) => value)];
    return [{ words, program: program?.place }];
  }
  if (SHELLS.has(name)) {
    const option = args.findIndex(({ value }) => /^-\w*c$/.test(value));
    const script = option < 0 ? undefined : args[option + 1];
    if (script) return within(script.value);
  }
  const called = RUNNERS.has(name) ? callsOfRunner(args) : [];
  return called.length > 0 || !READERS.has(name) ? called : within(joined(args));
}

/** Calls in what a shell reads from its standard input. */
function callsFromInput({ words, redirections }: SimpleCommand): KubectlCall[] {
  if (!words.some(({ value }) => SHELLS.has(programName(value)))) return [];
  return redirections.flatMap(({ operator, target, hereDocument }) => {
    if (operator.endsWith("<<<")) return within(target.value);
    return hereDocument ? within(hereDocument.body) : [];
  });
}

/**
 * Finds every call of kubectl in shell text: in pipelines, lists and substitutions, by programs
 * that run another, such as `sudo` and `xargs`, and in text for another shell, as of `bash -c`.
 * @param text one command or several
 */
export function kubectlCalls(text: string): KubectlCall[] {
  return simpleCommands(tokenize(text)).flatMap((command) => {
    const words = command.words.map(({ value, start, end }): LocatedWord => ({
      value,
      place: command.located ? { start, end } : undefined,
    }));
    return [...callsOfWords(words), ...callsFromInput(command)];
  });
}

/** Whether a command itself calls kubectl: not as a mere word, nor in text for another shell. */
export const callsKubectl = (text: string): boolean =>
  kubectlCalls(text).some(({ program }) => program !== undefined);
