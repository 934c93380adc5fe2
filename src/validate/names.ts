import {
  hasLabelForm,
  hasSubdomainForm,
  LABEL_LENGTH,
  SUBDOMAIN_LENGTH,
} from "../text/dns-names.ts";

/** What is wrong with a name, in words; undefined when nothing is. */
type NameFault = string | undefined;

const qualified = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

function proposal(name: string): string {
  const better = name
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  return better && better !== name ? `, such as "${better.slice(0, 63)}"` : "";
}

const tooLong = (name: string, most: number) =>
  `the name has ${name.length} characters, at most ${most} are allowed`;

/** An RFC 1123 label: names of containers, Services, Namespaces. */
export function labelFault(name: string): NameFault {
  if (name.length > LABEL_LENGTH) return tooLong(name, LABEL_LENGTH);
  if (hasLabelForm(name)) return undefined;
  const rule = 'lowercase letters, digits and "-", with a letter or digit at both ends';
  return `"${name}" is not a valid name: ${rule}${proposal(name.replaceAll(".", "-"))}`;
}

/** An RFC 1123 subdomain: names of most objects. */
export function subdomainFault(name: string): NameFault {
  if (name.length > SUBDOMAIN_LENGTH) return tooLong(name, SUBDOMAIN_LENGTH);
  if (hasSubdomainForm(name)) return undefined;
  const rule = 'lowercase letters, digits, "-" and ".", with a letter or digit at both ends';
  return `"${name}" is not a valid name: ${rule}${proposal(name)}`;
}

/** Names of Roles and their bindings, which may contain colons. */
export function pathSegmentFault(name: string): NameFault {
  return name === "." || name === ".." || /[/%]/.test(name)
    ? `"${name}" is not a valid name: no "/" and no "%"`
    : undefined;
}

/** The name of a port (RFC 6335). */
export function portNameFault(name: string): NameFault {
  const valid =
    name.length <= 15 && hasLabelForm(name) && /[a-z]/.test(name) && !name.includes("--");
  if (valid) return undefined;
  const digits = /^\d+$/.test(name) ? ": write a number without quotes" : "";
  const rule = 'at most 15 lowercase letters, digits and "-", at least one letter';
  return `"${name}" is not a valid port name (${rule})${digits}`;
}

/** The name of an environment variable. */
export function envNameFault(name: string): NameFault {
  return /^[ -<>-~]+$/.test(name)
    ? undefined
    : `"${name}" is not a name for a variable: printable ASCII without "="`;
}

/** A key of a ConfigMap or Secret. */
export function configKeyFault(key: string): NameFault {
  return /^[-._a-zA-Z0-9]{1,253}$/.test(key) && key !== "." && key !== ".."
    ? undefined
    : `"${key}" is not a valid key: letters, digits, "-", "_" and "."`;
}

/** The key of a label or annotation: a name, with a domain before a slash if there is one. */
export function labelKeyFault(key: string): NameFault {
  const [name = "", prefix, ...more] = key.split("/").reverse();
  const fits = name.length <= 63 && qualified.test(name) && more.length === 0;
  return fits && (prefix === undefined || hasSubdomainForm(prefix))
    ? undefined
    : `"${key}" is not a valid key for a label or annotation`;
}

/** The value of a label. */
export function labelValueFault(value: string): NameFault {
  return value === "" || (value.length <= 63 && qualified.test(value))
    ? undefined
    : `"${value}" is not a valid value for a label: at most 63 letters, digits, "-", "_" and "."`;
}

const faults: Readonly<Record<string, (name: string) => NameFault>> = {
  ClusterRole: pathSegmentFault,
  ClusterRoleBinding: pathSegmentFault,
  Namespace: labelFault,
  Role: pathSegmentFault,
  RoleBinding: pathSegmentFault,
  Service: labelFault,
  // Its Jobs' names are eleven characters longer, and must still fit a label.
  CronJob: (name) =>
    name.length > 52
      ? `the name has ${name.length} characters, a CronJob's has at most 52`
      : subdomainFault(name),
};

/** What is wrong with the name of an object of this kind. */
export function objectNameFault(kind: string, name: string): NameFault {
  return (faults[kind] ?? subdomainFault)(name);
}
