import { LineCounter } from "yaml";
import { parse } from "./yaml/parse.ts";
import type { Problem } from "./problem.ts";
import { collect } from "./reporting.ts";
import { locate, schema } from "./schema.ts";
import { Structure } from "./structure.ts";
import { didYouMean } from "./suggest.ts";
import { entry } from "./tree.ts";

/** A piece of a manifest, and where it belongs. */
export interface Fragment {
  /** Its name in messages. */
  name: string;
  /** The YAML; it may begin with the field's own key. */
  text: string;
  /** Such as Deployment. */
  kind: string;
  /** Such as `spec.template.spec.containers[0].resources`. */
  path: string;
  /** Needed only when several versions of the kind are known. */
  apiVersion?: string;
}

/**
 * Checks a piece of a manifest at the place it names.
 * @returns the problems; empty when there are none
 */
export function validateFragment({ name, text, kind, path, apiVersion }: Fragment): Problem[] {
  const problems: Problem[] = [];
  const lines = new LineCounter();
  const report = collect(name, lines, problems);
  const key = Object.keys(schema.kinds).find((one) =>
    apiVersion === undefined ? one.endsWith(`/${kind}`) : one === `${apiVersion}/${kind}`,
  );
  const definition = key && schema.kinds[key];
  if (definition === undefined) {
    const kinds = Object.keys(schema.kinds).map((one) => one.slice(one.lastIndexOf("/") + 1));
    report({ at: 0, path: "" }, `the kind "${kind}" is unknown here`, didYouMean(kind, kinds));
    return problems;
  }
  const place = locate(definition, path);
  if ("missing" in place) {
    const hint = didYouMean(place.missing, place.known);
    report({ at: 0, path }, `${kind} has no such field: "${place.missing}"`, hint);
    return problems;
  }
  const last = /\.?([^.[\]]+)$/.exec(path);
  const first = /^(?!\s*#)([\w.-]+):/m.exec(text)?.[1];
  const keyed = last !== null && first === last[1];
  const base = keyed ? path.slice(0, last.index) : path;
  const roots = parse(text, lines, report, base);
  if (roots.length === 0 && problems.length === 0) report({ at: 0, path }, "the fragment is empty");
  if (roots.length > 1) report({ at: 0, path }, "a fragment is one document");
  const [root] = roots;
  if (!root) return problems;
  const structure = new Structure(report);
  const value = keyed ? entry(root, last[1] ?? "")?.value : root;
  // A single list item may begin with its dash.
  const listed = value?.kind === "seq" && !place.type.startsWith("[]");
  if (keyed && root.kind === "map") {
    for (const extra of root.entries.filter((one) => one.key !== last[1])) {
      const message = `is beside "${last[1] ?? ""}", not inside it`;
      report({ at: extra.at, path: extra.value.path }, message, "check the indentation");
    }
  }
  const above = [{ definition: place.owner, path: "" }];
  if (value) structure.check(value, listed ? `[]${place.type}` : place.type, above, place.field);
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}
