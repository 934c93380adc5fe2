import { nearestWord } from "../suggest.ts";
import { entries, get, items, keyOf, text, type MapNode, type Report } from "../tree.ts";

/** Checks what a claim asks for. */
export function checkClaim(node: MapNode, report: Report): void {
  const modes = get(node, "accessModes");
  const values = items(modes).map((one) => text(one));
  if (modes && values.length === 0) report(modes, "needs at least one access mode");
  if (modes && values.length > 1 && values.includes("ReadWriteOncePod")) {
    report(modes, "ReadWriteOncePod must be the only access mode");
  }
  const requests = get(node, "resources", "requests");
  const place = requests ?? get(node, "resources");
  if (!place || get(requests, "storage")) return;
  // Another entry in its place may be a misspelling of it.
  const misspelt = entries(requests).find(({ key }) => nearestWord(key, ["storage"]));
  const where = misspelt ? keyOf(misspelt) : place;
  const hint = "such as requests: { storage: 1Gi }";
  report(where, "needs requests.storage, the size of the volume", hint);
}
