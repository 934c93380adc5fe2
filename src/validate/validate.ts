import { LineCounter } from "yaml";
import { checkAdvice } from "./advice/advice.ts";
import { checkMetadata } from "./metadata.ts";
import { ObjectSet, podTemplate, toObject, type External, type KubeObject } from "./objects.ts";
import { parse } from "./yaml/parse.ts";
import type { Problem } from "./problem.ts";
import { collect } from "./reporting.ts";
import { checkMounts } from "./rules/mounts.ts";
import { checkReferences } from "./rules/references.ts";
import { checkScaling } from "./rules/scaling.ts";
import { checkService } from "./rules/selection.ts";
import { Structure } from "./structure.ts";
import { get, items, text, valueOf, type Node, type Report } from "./tree.ts";
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

/** What was read: the objects that are checked, and `Kind/name` of the others. */
interface Found {
  objects: KubeObject[];
  others: string[];
}

/** Collects the objects of a document; returns how many structural faults they have. */
function readObjects(node: Node, file: string, report: Report, into: Found): number {
  if (text(node, "kind") === "List" && text(node, "apiVersion") === "v1") {
    const counts = items(get(node, "items")).map((one) => readObjects(one, file, report, into));
    return counts.reduce((sum, count) => sum + count, 0);
  }
  const identity = identify(node, report);
  if (identity === undefined || node.kind !== "map") return 1;
  const object = toObject(file, node, report);
  if (identity === "unchecked") {
    into.others.push(`${object.kind}/${object.name}`);
    return 0;
  }
  const structure = new Structure(report);
  structure.checkObject(node, identity.definition);
  if (structure.faults === 0) {
    checkMetadata(object);
    checkVolumes(object);
    checkAdvice(object);
  }
  into.objects.push(object);
  return structure.faults;
}

/** Objects of kinds that are not checked exist all the same. */
const withOthers = (external: External, others: readonly string[]): External => ({
  ...external,
  objects: [...(external.objects ?? []), ...others],
});

function checkDuplicates(objects: readonly KubeObject[]): void {
  const seen = new Set<string>();
  for (const { file, kind, namespace, name, node, report } of objects) {
    const key = `${file} ${kind} ${namespace}/${name}`;
    const place = get(node, "metadata", "name");
    if (seen.has(key) && place) {
      const message = `${kind} "${name}" is defined twice in this file`;
      report(valueOf(place), message, "the last one replaces the others", "warning");
    }
    seen.add(key);
  }
}

function checkVolumes(object: KubeObject): void {
  const pods = podTemplate(object);
  if (!pods) return;
  const claims = items(get(object.node, "spec", "volumeClaimTemplates"));
  const names = claims.flatMap((claim) => text(claim, "metadata", "name") ?? []);
  checkMounts(pods.spec, names, object.report);
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
  const found: Found = { objects: [], others: [] };
  let faults = 0;
  for (const { name, text: source } of files) {
    const lines = new LineCounter();
    const before = problems.length;
    const report = collect(name, lines, problems);
    const roots = parse(source, lines, report);
    faults += problems.slice(before).filter(({ level }) => level === "error").length;
    if (roots.length === 0 && problems.length === before) {
      report(
        { at: 0, path: "" },
        source.trim() ? "the file contains no object" : "the file is empty",
      );
    }
    for (const root of roots) faults += readObjects(root, name, report, found);
  }
  checkDuplicates(found.objects);
  // An object that could not be read would be reported as missing.
  if (faults === 0) {
    const set = new ObjectSet(found.objects, withOthers(external, found.others), complete);
    for (const object of set.objects) {
      if (object.kind === "Service") checkService(set, object);
      if (object.kind === "HorizontalPodAutoscaler") checkScaling(set, object);
      checkReferences(set, object);
    }
  }
  const order = new Map(files.map(({ name }, index) => [name, index]));
  const rank = ({ file }: Problem) => order.get(file) ?? 0;
  return problems.sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}
