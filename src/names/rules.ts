/** What values of a name may look like. */
export type Rule = "label" | "subdomain" | "image" | "text";

const SUBDOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/**
 * An image reference after the grammar of github.com/distribution/reference: an optional host with
 * a port, path parts of lower case letters, a tag, a digest.
 */
const PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const HOST = "[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]+)?";
const IMAGE = new RegExp(
  `^(?:${HOST}/)?${PART}(?:/${PART})*(?::\\w[\\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?$`,
);

/** Characters at most: RFC 1123 labels, DNS subdomains, and lengths no tool goes beyond. */
const LONGEST: Record<Rule, number> = {
  label: 63,
  subdomain: 253,
  image: 512,
  text: 512,
};

/** What is wrong with the characters of a value, most telling first. */
function badCharacters(value: string, rule: Rule): string | undefined {
  if (rule === "text") return undefined;
  if (/\s/.test(value)) return "It holds a blank.";
  if (rule === "image") {
    return IMAGE.test(value) ? undefined : "It is no image: write host/path:tag in lower case.";
  }
  const dots = rule === "subdomain";
  if ((dots ? SUBDOMAIN : LABEL).test(value)) return undefined;
  if (/[A-Z]/.test(value)) return "It holds a capital: Kubernetes allows lower case only.";
  if (value.includes("/")) return "Leave out the part up to the slash: the name alone.";
  const allowed = dots ? "a–z, 0–9, - and ." : "a–z, 0–9 and -";
  const other = (dots ? /[^a-z0-9.-]/u : /[^a-z0-9-]/u).exec(value)?.[0];
  if (other !== undefined) return `“${other}” is not allowed: ${allowed} are.`;
  return "It has to begin and end with a letter or a digit.";
}

/**
 * Checks a value that the reader gave for a name. The rules are those of
 * kubernetes.io/docs/concepts/overview/working-with-objects/names: RFC 1123 labels and subdomains.
 * @param value as typed, without blanks at its ends; empty is no value and always right
 * @param rule what it has to be
 * @returns the reason why it is refused, as a sentence; undefined when it is right
 */
export function problemWith(value: string, rule: Rule): string | undefined {
  if (value === "") return undefined;
  // A program would take it for an option, whatever the quotes around it.
  if (value.startsWith("-")) return "It begins with -, which would make it an option.";
  if (/\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}/u.test(value)) return "It holds a control character.";
  if (value.length > LONGEST[rule]) return `It is longer than ${LONGEST[rule]} characters.`;
  return badCharacters(value, rule);
}
