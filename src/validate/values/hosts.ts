import { hasLabelForm, hasSubdomainForm, SUBDOMAIN_LENGTH } from "../../text/dns-names.ts";

/** What is wrong with the name of a host, and what to write. */
export interface HostFault {
  message: string;
  hint?: string | undefined;
}

const address = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** The host in what was written, such as an address with scheme and port. */
function hostIn(text: string): string | undefined {
  const host = text
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, "")
    .replace(/[/?#].*$/, "")
    .replace(/:\d*$/, "")
    .toLowerCase()
    .replaceAll("_", "-")
    .replace(/\.$/, "");
  return host !== text && hasSubdomainForm(host.replace(/^\*\./, "")) ? host : undefined;
}

function reason(host: string): string {
  if (host.includes("://")) return "a host has no scheme";
  if (/[/?#]/.test(host)) return "a host has no path";
  if (/:\d*$/.test(host)) return "a host has no port";
  if (host.includes("*"))
    return 'a "*" may only stand for the whole first label, as in "*.example.com"';
  if (/[A-Z]/.test(host)) return "a host is written in lower case";
  return 'a host is lowercase letters, digits, "-" and "."';
}

/**
 * What is wrong with a host that requests are matched by; undefined when nothing is.
 * @param allow what the field takes beside names
 */
export function hostFault(
  host: string,
  allow: { address?: boolean; wildcard?: boolean } = {},
): HostFault | undefined {
  if (!allow.address && address.test(host)) {
    return {
      message: "must be a DNS name, not an IP address",
      hint: "leave host out to match all",
    };
  }
  const name = allow.wildcard === false ? host : host.replace(/^\*\./, "");
  const labels = host.startsWith("*.") ? name.includes(".") || hasLabelForm(name) : true;
  if (host.length <= SUBDOMAIN_LENGTH && hasSubdomainForm(name) && labels) return undefined;
  const better = hostIn(host);
  const message = `"${host}" is not a valid host: ${reason(host)}`;
  return { message, hint: better === undefined ? undefined : `write "${better}"` };
}
