import { isStrictlyInside } from "../values/addresses.ts";
import { get, items, scalar, text, valueOf, type MapNode, type Report } from "../tree.ts";

/** Checks that the exceptions of a range are inside it. */
export function checkIpBlock(node: MapNode, report: Report): void {
  const cidr = text(node, "cidr") ?? "";
  for (const one of items(get(node, "except"))) {
    if (isStrictlyInside(text(one) ?? "", cidr) === false) {
      report(valueOf(one), `must be inside "${cidr}", and smaller`);
    }
  }
}

/** Checks a range of ports. */
export function checkPolicyPort(node: MapNode, report: Report): void {
  const end = get(node, "endPort");
  if (!end) return;
  const [from, to] = [scalar(node, "port"), scalar(end)];
  if (typeof from !== "number") {
    report(valueOf(end), "needs a number as the port that the range begins with");
  } else if (typeof to === "number" && to < from) {
    report(valueOf(end), `is below the port ${from} that the range begins with`);
  }
}
