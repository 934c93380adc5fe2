import { parseQuantity, quantityHint } from "../values/quantity.ts";
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
    const hint = 'the smallest amount is "1m", and it is rounded up to that';
    report(place, "is finer than a thousandth of a CPU", hint, "advice");
  } else if (name !== "cpu" && standard.includes(name) && /\dm$/.test(String(written))) {
    const digits = String(written).slice(0, -1);
    const message = `"${String(written)}" means thousandths of a byte`;
    report(place, message, quantityHint(`${digits}M`), "warning");
  }
}

/** Checks resources such as GPUs, which are whole and are requested exactly up to their limit. */
function checkExtended(node: MapNode, report: Report): void {
  const names = ["limits", "requests"].flatMap((field) => entries(get(node, field)));
  for (const { key, value } of names) {
    const whole = key.includes("/");
    if (!whole && !key.startsWith("hugepages-")) continue;
    const [asked, most] = [get(node, "requests", key), get(node, "limits", key)];
    const parsed = amount(value);
    if (whole && parsed !== undefined && !Number.isInteger(parsed)) {
      report({ at: value.start, path: value.path }, "must be a whole number");
    } else if (asked && !most) report(asked, `needs a limit too: ${key} cannot be shared`);
    else if (asked === value && most && amount(asked) !== amount(most)) {
      if ((amount(asked) ?? 0) < (amount(most) ?? 0)) {
        report(asked, `must be equal to the limit, which is ${String(scalar(most))}`);
      }
    }
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
  checkExtended(node, report);
  for (const { key, value } of entries(get(node, "requests"))) {
    const limit = entry(get(node, "limits"), key)?.value;
    const [asked, most] = [amount(value), limit && amount(limit)];
    if (limit && asked !== undefined && most !== undefined && asked > most) {
      const message = `the request ${String(scalar(value))} is above the limit ${String(scalar(limit))}`;
      report({ at: value.start, path: value.path }, message);
    }
  }
}
