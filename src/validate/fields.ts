import { scalarFaults, text, type Fault, type Finding } from "./field-faults.ts";
import { gatewayFaults } from "./gateway-faults.ts";
import { configKeyFault, labelKeyFault, labelValueFault } from "./names.ts";
import { placeholderHint } from "./placeholders.ts";
import {
  entries,
  items,
  keyOf,
  valueOf,
  type Entry,
  type Node,
  type Place,
  type Report,
} from "./tree.ts";

/** Checks of the keys and values of maps, by definition and field. */
const maps: Readonly<Record<string, { key: Fault; value?: Fault }>> = {
  "ConfigMap.binaryData": { key: text(configKeyFault), value: text(base64Fault) },
  "ConfigMap.data": { key: text(configKeyFault) },
  "LabelSelector.matchLabels": { key: text(labelKeyFault), value: text(labelValueFault) },
  // The API server compares the keys of annotations in lower case.
  "ObjectMeta.annotations": { key: text((key) => labelKeyFault(key.toLowerCase())) },
  "ObjectMeta.labels": { key: text(labelKeyFault), value: text(labelValueFault) },
  "PodSpec.nodeSelector": { key: text(labelKeyFault), value: text(labelValueFault) },
  "Secret.data": { key: text(configKeyFault), value: text(base64Fault) },
  "Secret.stringData": { key: text(configKeyFault) },
  "ServiceSpec.selector": { key: text(labelKeyFault), value: text(labelValueFault) },
};

function base64Fault(value: string): { message: string; hint: string } | undefined {
  const plain = value.replace(/[\r\n]/g, "");
  const valid = /^[A-Za-z0-9+/]*={0,2}$/.test(plain) && plain.length % 4 === 0;
  return valid ? undefined : { message: "is not base64", hint: "put plain text under stringData" };
}

function tell(
  place: Place,
  value: string | number,
  fault: Fault,
  report: Report,
  written = "",
): void {
  const found = fault(value, written);
  if (found === undefined) return;
  const { message, hint, level }: Exclude<Finding, string> =
    typeof found === "string" ? { message: found } : found;
  report(place, message, placeholderHint(String(value)) ?? hint, level);
}

function checkValue(node: Node, fault: Fault | undefined, report: Report): void {
  if (!fault || node.kind !== "scalar") return;
  const { value } = node;
  if (typeof value === "string" || typeof value === "number") {
    tell(valueOf(node), value, fault, report, node.text);
  }
}

/** Checks what the type of a field does not say: names, ports, image references, schedules. */
export function checkField(definition: string, field: Entry, report: Report): void {
  const place = `${definition}.${field.key}`;
  const fault = scalarFaults[place] ?? gatewayFaults[place];
  checkValue(field.value, fault, report);
  for (const item of items(field.value)) checkValue(item, fault, report);
  const map = maps[place];
  for (const one of map ? entries(field.value) : []) {
    if (map) tell(keyOf(one), one.key, map.key, report);
    checkValue(one.value, map?.value, report);
  }
}
