import {
  hasLabelForm,
  hasSubdomainForm,
  LABEL_LENGTH,
  SUBDOMAIN_LENGTH,
} from "../text/dns-names.ts";

/** What values of a name may look like. */
export type Rule = "label" | "subdomain" | "image" | "text";

/**
 * An image reference after the grammar of github.com/distribution/reference: an optional host with
 * a port, path parts of lowercase letters, a tag, a digest.
 */
const PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const HOST = "[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]+)?";
const IMAGE = new RegExp(
  `^(?:${HOST}/)?${PART}(?:/${PART})*(?::\\w[\\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?$`,
);

/** Longest value in characters; nothing that is really used as an image or a text is longer. */
const LONGEST: Record<Rule, number> = {
  label: LABEL_LENGTH,
  subdomain: SUBDOMAIN_LENGTH,
  image: 512,
  text: 512,
};

/** What is wrong with the characters of a value, the most useful reason first. */
function badCharacters(value: string, rule: Rule): string | undefined {
  if (rule === "text") return undefined;
  if (/\s/.test(value)) return "It contains a space.";
  if (rule === "image") {
    return IMAGE.test(value) ? undefined : "It is not an image: write host/path:tag in lowercase.";
  }
  const dots = rule === "subdomain";
  if ((dots ? hasSubdomainForm : hasLabelForm)(value)) return undefined;
  if (/[A-Z]/.test(value))
    return "It contains an uppercase letter: Kubernetes allows only lowercase letters.";
  if (value.includes("/")) return "Leave out everything up to the slash.";
  const allowed = dots ? "a–z, 0–9, “.” and -" : "a–z, 0–9 and -";
  const other = (dots ? /[^a-z0-9.-]/u : /[^a-z0-9-]/u).exec(value)?.[0];
  if (other !== undefined) return `“${other}” is not allowed. Use ${allowed}.`;
  return "It must begin and end with a letter or a digit.";
}

/**
 * Checks a value that the reader gave for a name. The rules are those of
 * kubernetes.io/docs/concepts/overview/working-with-objects/names: RFC 1123 labels and subdomains.
 * @param value as typed, without whitespace at its ends; empty means no value and is always accepted
 * @param rule what it must be
 * @returns the reason why it is refused, as a sentence; undefined when it is accepted
 */
export function problemWith(value: string, rule: Rule): string | undefined {
  if (value === "") return undefined;
  // Quotes do not help: a program would still take it for an option.
  if (value.startsWith("-")) return "It begins with -, so it would be read as an option.";
  if (/\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}/u.test(value)) return "It contains a control character.";
  if (value.length > LONGEST[rule]) return `It is longer than ${LONGEST[rule]} characters.`;
  return badCharacters(value, rule);
}
