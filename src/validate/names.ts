/** What is wrong with a name, in words; undefined when nothing is. */
type NameFault = string | undefined;

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const qualified = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

function proposal(name: string): string {
  const better = name
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  return better && better !== name ? `, such as "${better.slice(0, 63)}"` : "";
}

/** An RFC 1123 label: names of containers, Services, Namespaces. */
export function labelFault(name: string): NameFault {
  if (name.length > 63) return `the name has ${name.length} characters, at most 63 are allowed`;
  if (label.test(name)) return undefined;
  const rule = 'small letters, digits and "-", with a letter or digit at both ends';
  return `"${name}" is no valid name: ${rule}${proposal(name.replaceAll(".", "-"))}`;
}

/** An RFC 1123 subdomain: names of most objects. */
export function subdomainFault(name: string): NameFault {
  if (name.length > 253) return `the name has ${name.length} characters, at most 253 are allowed`;
  if (subdomain.test(name)) return undefined;
  const rule = 'small letters, digits, "-" and ".", with a letter or digit at both ends';
  return `"${name}" is no valid name: ${rule}${proposal(name)}`;
}

/** Names of Roles and their bindings, which may hold colons. */
export function pathSegmentFault(name: string): NameFault {
  return name === "." || name === ".." || /[/%]/.test(name)
    ? `"${name}" is no valid name: no "/" and no "%"`
    : undefined;
}

/** The name of a port (RFC 6335). */
export function portNameFault(name: string): NameFault {
  const valid = name.length <= 15 && label.test(name) && /[a-z]/.test(name) && !name.includes("--");
  if (valid) return undefined;
  const digits = /^\d+$/.test(name) ? ": a number stands without quotes" : "";
  const rule = 'at most 15 small letters, digits and "-", at least one letter';
  return `"${name}" is no valid port name (${rule})${digits}`;
}

/** The name of an environment variable. */
export function envNameFault(name: string): NameFault {
  return /^[ -<>-~]+$/.test(name)
    ? undefined
    : `"${name}" is no name for a variable: printable ASCII without "="`;
}

/** A key of a ConfigMap or Secret. */
export function configKeyFault(key: string): NameFault {
  return /^[-._a-zA-Z0-9]{1,253}$/.test(key) && key !== "." && key !== ".."
    ? undefined
    : `"${key}" is no valid key: letters, digits, "-", "_" and "."`;
}

/** The key of a label or annotation: a name, with a domain before a slash if there is one. */
export function labelKeyFault(key: string): NameFault {
  const [name = "", prefix, ...more] = key.split("/").reverse();
  const fits = name.length <= 63 && qualified.test(name) && more.length === 0;
  return fits && (prefix === undefined || subdomain.test(prefix))
    ? undefined
    : `"${key}" is no valid key for a label or annotation`;
}

/** The value of a label. */
export function labelValueFault(value: string): NameFault {
  return value === "" || (value.length <= 63 && qualified.test(value))
    ? undefined
    : `"${value}" is no valid value for a label: at most 63 letters, digits, "-", "_" and "."`;
}

const faults: Readonly<Record<string, (name: string) => NameFault>> = {
  ClusterRole: pathSegmentFault,
  ClusterRoleBinding: pathSegmentFault,
  Namespace: labelFault,
  Role: pathSegmentFault,
  RoleBinding: pathSegmentFault,
  Service: labelFault,
  // The Job's name gets eleven more characters, and must fit a label then.
  CronJob: (name) =>
    name.length > 52
      ? `the name has ${name.length} characters, a CronJob's has at most 52`
      : subdomainFault(name),
};

/** What is wrong with the name of an object of this kind. */
export function objectNameFault(kind: string, name: string): NameFault {
  return (faults[kind] ?? subdomainFault)(name);
}
