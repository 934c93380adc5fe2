import { labelFault, objectNameFault } from "./names.ts";
import type { KubeObject } from "./objects.ts";
import { placeholderHint } from "./placeholders.ts";
import { get, text, valueOf } from "./tree.ts";

/** Checks the name and the namespace of an object. */
export function checkMetadata(object: KubeObject): void {
  const metadata = get(object.node, "metadata");
  if (!metadata) {
    object.report(object.node, 'missing required field "metadata"');
    return;
  }
  const name = get(metadata, "name");
  const given = text(name);
  const fault = given === undefined ? undefined : objectNameFault(object.kind, given);
  if (name && fault) object.report(valueOf(name), fault, placeholderHint(given ?? ""));
  else if (!name && !get(metadata, "generateName")) {
    object.report(metadata, 'missing required field "name"');
  }
  const namespace = get(metadata, "namespace");
  // An empty namespace is the one of the context.
  const wrong = text(namespace) ? labelFault(text(namespace) ?? "") : undefined;
  if (namespace && wrong) {
    object.report(valueOf(namespace), wrong, placeholderHint(text(namespace) ?? ""));
  }
}
