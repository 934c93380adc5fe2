import { parseQuantity, quantityHint } from "../quantity.ts";
import { didYouMean } from "../suggest.ts";
import { entries, entry, get, scalar, type MapNode, type Node, type Report } from "../tree.ts";

const standard = ["cpu", "memory", "ephemeral-storage"];

function amount(node: Node): number | undefined {
  const value = scalar(node);
  return typeof value === "string" || typeof value === "number" ? parseQuantity(value) : undefined;
}

function checkAmount(name: string, value: Node, report: Report): void {
  const written = scalar(value);
  const parsed = amount(value);
  if (parsed === undefined) return;
  const place = { at: value.start, path: value.path };
  if (parsed < 0) report(place, "must not be negative");
  else if (name === "cpu" && (parsed * 1000) % 1 > 1e-6 && parsed < 0.001) {
    report(place, "is finer than a thousandth of a CPU", 'the smallest amount is "1m"');
  } else if (name !== "cpu" && standard.includes(name) && /\dm$/.test(String(written))) {
    const digits = String(written).slice(0, -1);
    report(place, `"${String(written)}" means thousandths of a byte`, quantityHint(`${digits}M`));
  }
}

/** Checks the resources of a container: their names, and requests against limits. */
export function checkResources(node: MapNode, report: Report): void {
  for (const field of ["limits", "requests"]) {
    for (const { key, at, value } of entries(get(node, field))) {
      const known = standard.includes(key) || key.includes("/") || key.startsWith("hugepages-");
      if (!known) report({ at, path: value.path }, "unknown resource", didYouMean(key, standard));
      checkAmount(key, value, report);
    }
  }
  for (const { key, value } of entries(get(node, "requests"))) {
    const limit = entry(get(node, "limits"), key)?.value;
    const [asked, most] = [amount(value), limit && amount(limit)];
    if (limit && asked !== undefined && most !== undefined && asked > most) {
      const message = `the request ${String(scalar(value))} is above the limit ${String(scalar(limit))}`;
      report({ at: value.start, path: value.path }, message);
    }
  }
}
