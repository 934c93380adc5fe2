import { nearestWord } from "../suggest.ts";

const zones = (): string[] => Intl.supportedValuesOf("timeZone");

function known(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** What is wrong with the name of a time zone; undefined when nothing is. */
export function timeZoneFault(zone: string): string | undefined {
  if (zone === "" || zone.toLowerCase() === "local") {
    return 'must name a time zone, such as "Etc/UTC"';
  }
  if (zones().includes(zone)) return undefined;
  const cased = zones().find((one) => one.toLowerCase() === zone.toLowerCase());
  // Intl knows aliases too, but whatever their case, and offsets, which Kubernetes does not know.
  if (cased === undefined && /^[A-Z]/.test(zone) && known(zone)) return undefined;
  const upper = zone.toUpperCase();
  const alias = /^[a-z/]+$/.test(zone) && known(upper) ? upper : undefined;
  const near = cased ?? alias ?? nearestWord(zone, zones());
  const hint = near ?? "Europe/Berlin";
  return `"${zone}" is not a known time zone: ${near ? `did you mean "${hint}"?` : `write a name such as "${hint}"`}`;
}
