import { execFile } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { findKubectl } from "../../tools/kubectl/find.mjs";
import { longName, takesValue } from "../../src/kubectl/flags.ts";
import { findVerb, verbGroups, verbs } from "../../src/kubectl/verbs.ts";

const kubectl = findKubectl();

/** What the real kubectl says of one command. */
interface Help {
  subcommands: string[];
  aliases: string[];
  flags: { letter: string | undefined; name: string; fallback: string }[];
}

/** Prints both streams, whatever the exit status. */
const run = (...args: string[]) =>
  new Promise<string>((resolve) => {
    execFile(kubectl?.path ?? "", args, { env: { KUBECONFIG: "/nonexistent" } }, (_, out, err) => {
      resolve(out + err);
    });
  });

const flagsIn = (text: string): Help["flags"] =>
  Array.from(
    text.matchAll(/^ {4}(?:-(\w), )?--([\w-]+)=(.*):$/gm),
    ([, letter, name = "", fallback = ""]) => ({ letter, name, fallback }),
  );

function readHelp(text: string): Help {
  const sections = text.split(/\n(?=\S)/);
  const commands = sections
    .filter((section) => /^[^\n]*Commands[^\n]*:\n/.test(section))
    .join("\n");
  const aliases = /^Aliases:\n(.+)$/m.exec(text)?.[1] ?? "";
  return {
    subcommands: Array.from(
      commands.matchAll(/^ {2}([a-z][a-z-]+) {2,}\S/gm),
      ([, name = ""]) => name,
    ),
    aliases: aliases.split(", ").map((alias) => alias.trim()),
    flags: flagsIn(text),
  };
}

/** Help by command; subcommands of `create` are kinds to the table, and not read. */
async function readAll(path: readonly string[] = []): Promise<Map<string, Help>> {
  const help = readHelp(await run(...path, "--help"));
  const below = path[0] === "create" ? [] : help.subcommands;
  const nested = await Promise.all(below.map((name) => readAll([...path, name])));
  return new Map([[path.join(" "), help], ...nested.flatMap((found) => [...found])]);
}

describe.skipIf(!kubectl)("the table of what kubectl is", () => {
  let helps: Map<string, Help>;
  let global: Help["flags"];
  beforeAll(async () => {
    helps = await readAll();
    global = flagsIn(await run("options"));
  }, 120_000);

  it("has every command of the real kubectl, and no other", () => {
    const known = [...helps].flatMap(([name, { subcommands }]) =>
      // What only groups subcommands says so when it is called; `plugin` and `config` do.
      name === "" || (subcommands.length > 0 && verbGroups.has(name)) ? [] : [name],
    );
    expect(known.length).toBeGreaterThan(70);
    // `options` is in the last line of the help only.
    expect([...verbs.keys()].sort()).toEqual([...known, "options"].sort());
  });

  it("knows every other name of a command", () => {
    for (const [name, { aliases }] of helps) {
      const [group = "", subcommand] = name.split(" ");
      if (subcommand === undefined) continue;
      for (const alias of aliases.filter(Boolean)) {
        expect(findVerb([group, alias])?.name, `${group} ${alias}`).toBe(name);
      }
    }
  });

  it("knows which flags take a value, and what letters mean", () => {
    // Their value, when there is one, is written behind `=`.
    const optional = ["cascade", "dry-run", "validate"];
    expect(global.length).toBeGreaterThan(25);
    for (const [verb, { flags }] of [...helps, ["", { flags: global }] as const]) {
      for (const { letter, name, fallback } of flags) {
        const wanted = !["true", "false"].includes(fallback) && !optional.includes(name);
        expect.soft(takesValue(name, verb), `${verb} --${name}=${fallback}`).toBe(wanted);
        if (letter) expect.soft(longName(letter, verb), `${verb} -${letter}`).toBe(name);
      }
    }
  });

  it.each([
    ["delete pod x --cascade", false],
    ["apply -f x --dry-run", false],
    ["apply -f x --validate", false],
    ["get pods --output", true],
    ["get pods -n", true],
  ])("the real kubectl takes the next word for the value of %s: %s", async (start, value) => {
    const said = await run(...start.split(" "), "--no-such-flag");
    expect(said.includes("unknown flag: --no-such-flag")).toBe(!value);
  });

  it("names no command that the real one refuses", async () => {
    expect(await run("alpha")).toContain("No alpha commands");
    expect(verbs.has("alpha")).toBe(false);
    expect(await run("gett")).toContain('unknown command "gett"');
  });
});
