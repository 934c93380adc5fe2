/** Names as RFC 1123 has them, and as Kubernetes checks them: lowercase only. */
const LABEL = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
const WHOLE_LABEL = new RegExp(`^${LABEL}$`);
const WHOLE_SUBDOMAIN = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);

/** Longest label and longest subdomain, in characters. */
export const LABEL_LENGTH = 63;
export const SUBDOMAIN_LENGTH = 253;

/** Whether a text has the form of a DNS label: letters, digits and hyphens. Any length passes. */
export const hasLabelForm = (text: string): boolean => WHOLE_LABEL.test(text);

/** Whether a text has the form of a DNS subdomain: labels joined by dots. Any length passes. */
export const hasSubdomainForm = (text: string): boolean => WHOLE_SUBDOMAIN.test(text);
