import { isAddress } from "../values/addresses.ts";
import { hostFault } from "../values/hosts.ts";
import { get, items, scalar, text, type MapNode, type Report } from "../tree.ts";

const secure = ["HTTPS", "TLS"];
const protocol = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$|^[a-z0-9.-]+\/[A-Za-z0-9]+$/;

/** Checks a listener: what its protocol demands and rules out. */
export function checkListener(node: MapNode, report: Report): void {
  const name = text(node, "protocol") ?? "";
  const place = get(node, "protocol");
  const [tls, hostname] = [get(node, "tls"), get(node, "hostname")];
  if (place && !protocol.test(name)) report(place, `"${name}" is not a protocol`, "such as HTTPS");
  if (tls && ["HTTP", "TCP", "UDP"].includes(name)) {
    report(tls, `is not for a listener of protocol ${name}`, "write protocol: HTTPS");
  }
  if (hostname && text(hostname) && ["TCP", "UDP"].includes(name)) {
    report(hostname, `is not for a listener of protocol ${name}`);
  }
  if (name === "HTTPS" && tls && text(tls, "mode") === "Passthrough") {
    report(tls, "a listener of protocol HTTPS ends TLS", "write mode: Terminate");
  }
  if (secure.includes(name) && tls) checkTls(tls.kind === "map" ? tls : undefined, report);
}

function checkTls(tls: MapNode | undefined, report: Report): void {
  if (!tls || text(tls, "mode") === "Passthrough") return;
  const options = get(tls, "options");
  const some = options?.kind === "map" && options.entries.length > 0;
  if (items(get(tls, "certificateRefs")).length === 0 && !some) {
    report(tls, "needs certificateRefs", "it names the Secret with the certificate");
  }
}

/** Checks that the listeners of a Gateway differ in port, protocol or host. */
export function checkGateway(node: MapNode, report: Report): void {
  const listeners = get(node, "listeners");
  const seen = new Set<string>();
  if (listeners && items(listeners).length === 0) report(listeners, "needs at least one listener");
  for (const one of items(listeners)) {
    const parts = ["port", "protocol", "hostname"].map((field) => String(scalar(one, field) ?? ""));
    const key = parts.join("/");
    if (seen.has(key)) report(one, "another listener has the same port, protocol and hostname");
    seen.add(key);
  }
}

/** Checks an address that a Gateway asks for. */
export function checkAddress(node: MapNode, report: Report): void {
  const place = get(node, "value");
  const value = text(place);
  if (!place || !value) return;
  const type = text(node, "type") ?? "IPAddress";
  if (type === "IPAddress" && !isAddress(value)) report(place, `"${value}" is not an IP address`);
  const fault = type === "Hostname" ? hostFault(value, { address: true }) : undefined;
  if (fault) report(place, fault.message, fault.hint);
}
