import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPages } from "../../src/content/pages.ts";
import { commandsOf, shellBlocks } from "../../src/content/shell-blocks.ts";

const FOLDER = "content/transcripts";
const NAME = "base64-is-not-encryption.txt";

function transcripts(...args: string[]) {
  return spawnSync(process.execPath, ["tools/recorder/transcripts.ts", ...args], {
    encoding: "utf8",
  });
}

it("every recording says what its commands print today", { timeout: 240_000 }, ({ skip }) => {
  const { status, stdout, stderr } = transcripts("--check");
  // Checked first: a recording that is skipped must not hide one that is out of date.
  expect(status, stdout + stderr).toBe(0);
  const because = /skipped: (.*)/.exec(stderr)?.[1];
  if (because !== undefined) skip(because);
  expect(stdout + stderr).toBe("");
});

it("every recording is shown on a page, and every output is recorded", () => {
  const shown = readPages()
    .flatMap(shellBlocks)
    .flatMap(({ recording }) => recording ?? []);
  const recorded = readdirSync(FOLDER).map((name) => name.replace(/\.txt$/, ""));
  expect(shown.sort()).toEqual(recorded.sort());
  expect(readPages().flatMap(commandsOf).length).toBeGreaterThan(50);
});

describe("a recording that is out of date", () => {
  let folder = "";
  const path = (name: string) => join(folder, name);
  const read = (name: string) => readFileSync(path(name), "utf8");

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "recordings-"));
    // Those made on a cluster take their time, and have a test of their own.
    const filter = (path: string) =>
      !path.endsWith(".txt") || !readFileSync(path, "utf8").startsWith("# cluster:");
    cpSync(FOLDER, folder, { recursive: true, filter });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("fails the check, is named with what differs, and stays as it is", () => {
    const planted = read(NAME).replace("postgres://api:s3cret@db:5432/app\n", "postgres://wrong\n");
    writeFileSync(path(NAME), planted);
    const { status, stderr } = transcripts("--check", "--folder", folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /base64-is-not-encryption\.txt is out of date\n {2}-postgres:\/\/wrong\n {2}\+postgres:\/\/api:/,
    );
    expect(stderr).toContain("Hint: run `npm run transcripts`");
    expect(stderr).not.toContain("unfilled-placeholder");
    expect(read(NAME)).toBe(planted);
  });

  it("is recorded again, and it alone", () => {
    const other = "unfilled-placeholder.txt";
    const before = statSync(path(other)).mtimeMs;
    writeFileSync(path(NAME), read(NAME).replace("cG9z", "wrong"));
    const { status, stdout } = transcripts("--folder", folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\S*base64-is-not-encryption\.txt recorded\n$/);
    expect(read(NAME)).toBe(readFileSync(join(FOLDER, NAME), "utf8"));
    expect(statSync(path(other)).mtimeMs).toBe(before);
  });

  it("keeps errors and output in order, and finds an empty folder", () => {
    writeFileSync(
      path("new.txt"),
      "$ echo a; cat nope; echo b; cat *\n$ echo $HOME$KUBECONFIG | wc -l\n",
    );
    transcripts("--folder", folder);
    const nope = "cat: nope: No such file or directory";
    const star = "cat: '*': No such file or directory";
    expect(read("new.txt").split("\n").slice(1, 5)).toEqual(["a", nope, "b", star]);
  });

  it("gives kubectl no kubeconfig of this machine", ({ skip }) => {
    writeFileSync(path("new.txt"), "$ kubectl config view\n");
    const { stderr } = transcripts("--folder", folder);
    const because = /skipped: (.*)/.exec(stderr)?.[1];
    if (because !== undefined) skip(because);
    expect(read("new.txt")).toContain("\nclusters: null\n");
  });

  it.each([
    ["a program that recordings do not have", "$ git --version\n", /git: command not found/],
    ["no command", "text\n", /no command/],
  ])("fails for %s", (_what, text, message) => {
    writeFileSync(path("new.txt"), text);
    const { status, stderr } = transcripts("--folder", folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).toContain("new.txt");
    expect(read("new.txt")).toBe(text);
  });
});
