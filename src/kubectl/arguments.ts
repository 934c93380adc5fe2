import { longName, takesValue } from "./flags.ts";
import { findVerb } from "./verbs.ts";

/** A flag as it was given: its long name, and its value; `true` where it has none. */
interface Flag {
  name: string;
  value: string;
}

/** What a kubectl command was called with. */
export interface ParsedCall {
  /** The command's name in the table of verbs; undefined when it is not known. */
  verb: string | undefined;
  /** Arguments after the command that are not flags. */
  operands: string[];
  flags: Flag[];
  /** What follows `--`: a command for a container. */
  command: string[];
}

/** Reads `-it`, `-nshop`, `-n=shop`, `-n shop`: the flags, and how many words they take. */
function readLetters(word: string, next: string | undefined, verb: string | undefined) {
  const flags: Flag[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const letter = word[at] ?? "";
    const name = longName(letter, verb) ?? letter;
    const rest = word.slice(at + 1).replace(/^=/, "");
    if (takesValue(name, verb)) {
      flags.push({ name, value: rest === "" ? (next ?? "") : rest });
      return { flags, length: rest === "" ? 2 : 1 };
    }
    if (word[at + 1] === "=") {
      flags.push({ name, value: rest });
      break;
    }
    flags.push({ name, value: "true" });
  }
  return { flags, length: 1 };
}

function readLong(word: string, next: string | undefined, verb: string | undefined) {
  const [name = "", ...values] = word.slice(2).split("=");
  if (values.length > 0) return { flags: [{ name, value: values.join("=") }], length: 1 };
  if (!takesValue(name, verb)) return { flags: [{ name, value: "true" }], length: 1 };
  return { flags: [{ name, value: next ?? "" }], length: 2 };
}

function readWords(words: readonly string[], verb: string | undefined) {
  const operands: string[] = [];
  const flags: Flag[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at] ?? "";
    if (word === "--") return { operands, flags, command: words.slice(at + 1) };
    if (!word.startsWith("-") || word === "-") {
      operands.push(word);
      at += 1;
      continue;
    }
    const read = word.startsWith("--") ? readLong : readLetters;
    const found = read(word, words[at + 1], verb);
    flags.push(...found.flags);
    at += found.length;
  }
  return { operands, flags, command: [] };
}

/**
 * Reads the arguments of kubectl, as its own parser (spf13/pflag) does.
 * @param words the command's words, the first being `kubectl`
 */
export function parseCall(words: readonly string[]): ParsedCall {
  const given = words.slice(1);
  // Which letters and flags take a value depends on the command, which is found first.
  const found = findVerb(readWords(given, undefined).operands);
  const { operands, flags, command } = readWords(given, found?.name);
  return { verb: found?.name, operands: operands.slice(found?.length ?? 0), flags, command };
}

/** The value of a flag, of the last one when it is given several times. */
export function flagValue({ flags }: ParsedCall, name: string): string | undefined {
  return flags.findLast((flag) => flag.name === name)?.value;
}

/** Whether a flag without a value is on. */
export const isOn = (call: ParsedCall, name: string): boolean =>
  !["false", undefined].includes(flagValue(call, name));
