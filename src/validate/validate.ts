import { LineCounter } from "yaml";
import { objectNameFault } from "./names.ts";
import { ObjectSet, podTemplate, toObject, type External, type KubeObject } from "./objects.ts";
import { parse } from "./parse.ts";
import type { Problem } from "./problem.ts";
import { checkMounts } from "./rules/pods.ts";
import { checkReferences } from "./rules/references.ts";
import { checkService } from "./rules/services.ts";
import { Structure } from "./structure.ts";
import { get, items, text, type Node, type Report } from "./tree.ts";
import { identify } from "./versions.ts";

/** A file of manifests, one document or several. */
export interface ManifestFile {
  name: string;
  text: string;
}

/** How a set of manifests is checked. */
export interface ValidateOptions {
  /** Objects that the manifests refer to and that exist elsewhere. */
  external?: External;
  /** False when the files are only a part of what is applied: missing objects are not reported. */
  complete?: boolean;
}

/** Most problems that are reported for one file. */
const most = 100;
/** Most characters of a message. */
const longest = 300;

/** Collects the problems of one file, each position and message once. */
export function collect(file: string, lines: LineCounter, into: Problem[]): Report {
  const seen = new Set<string>();
  return ({ at, path }, message, hint) => {
    const { line, col } = lines.linePos(at);
    const key = `${at} ${message}`;
    if (seen.has(key) || seen.size >= most) return;
    seen.add(key);
    // A text quoted from the file may be as long as the file.
    const short = message.length > longest ? `${message.slice(0, longest)}…` : message;
    const place = { line: Math.max(line, 1), column: Math.max(col, 1) };
    const problem = { file, ...place, path: path.slice(-longest), message: short };
    into.push(hint === undefined ? problem : { ...problem, hint });
  };
}

function checkMetadata(object: KubeObject): void {
  const metadata = get(object.node, "metadata");
  const name = get(metadata, "name");
  if (!metadata) object.report(object.node, 'missing required field "metadata"');
  else if (name?.kind === "scalar" && typeof name.value === "string") {
    const fault = objectNameFault(object.kind, name.value);
    if (fault) object.report({ at: name.start, path: name.path }, fault);
  } else if (!name && !get(metadata, "generateName")) {
    object.report(metadata, 'missing required field "name"');
  }
}

/** Collects the objects of a document; returns how many structural faults they have. */
function readObjects(node: Node, file: string, report: Report, into: KubeObject[]): number {
  if (text(node, "kind") === "List" && text(node, "apiVersion") === "v1") {
    const counts = items(get(node, "items")).map((one) => readObjects(one, file, report, into));
    return counts.reduce((sum, count) => sum + count, 0);
  }
  const definition = identify(node, report);
  if (definition === undefined || node.kind !== "map") return 1;
  const object = toObject(file, node, report);
  const structure = new Structure(report);
  structure.check(node, `@${definition}`);
  if (structure.faults === 0) checkMetadata(object);
  into.push(object);
  return structure.faults;
}

function checkDuplicates(objects: readonly KubeObject[]): void {
  const seen = new Set<string>();
  for (const { file, kind, namespace, name, node, report } of objects) {
    const key = `${file} ${kind} ${namespace}/${name}`;
    const place = get(node, "metadata", "name");
    if (seen.has(key) && place) {
      report(
        { at: place.start, path: place.path },
        `${kind} "${name}" is defined twice in this file`,
      );
    }
    seen.add(key);
  }
}

function checkSet(set: ObjectSet, complete: boolean): void {
  for (const object of set.objects) {
    const pods = podTemplate(object);
    if (pods) {
      const claims = items(get(object.node, "spec", "volumeClaimTemplates"));
      const names = claims.flatMap((claim) => text(claim, "metadata", "name") ?? []);
      checkMounts(pods.spec, names, object.report);
    }
    if (!complete) continue;
    if (object.kind === "Service") checkService(set, object);
    checkReferences(set, object);
  }
}

/**
 * Checks manifests that are applied together.
 * @param files their names and texts
 * @param options external objects, and whether the set is complete
 * @returns the problems in the order of files and lines; empty when there are none
 */
export function validate(
  files: readonly ManifestFile[],
  { external = {}, complete = true }: ValidateOptions = {},
): Problem[] {
  const problems: Problem[] = [];
  const objects: KubeObject[] = [];
  let faults = 0;
  for (const { name, text: source } of files) {
    const lines = new LineCounter();
    const found = problems.length;
    const report = collect(name, lines, problems);
    const roots = parse(source, lines, report);
    faults += problems.length - found;
    if (roots.length === 0 && problems.length === found) {
      report(
        { at: 0, path: "" },
        source.trim() ? "the file contains no object" : "the file is empty",
      );
    }
    for (const root of roots) faults += readObjects(root, name, report, objects);
  }
  checkDuplicates(objects);
  // An object that could not be read would be reported as missing.
  if (faults === 0) checkSet(new ObjectSet(objects, external), complete);
  const order = new Map(files.map(({ name }, index) => [name, index]));
  const rank = ({ file }: Problem) => order.get(file) ?? 0;
  return problems.sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}
