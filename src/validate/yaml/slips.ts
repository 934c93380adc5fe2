/** What probably went wrong in a text that is not YAML, and where. */
export interface Slip {
  at: number;
  message: string;
  hint: string;
}

const heads = "apiVersion|kind|metadata|spec|data|stringData|name|namespace|type|image|containers";

/** Slips by their form; the first that is found is told. */
const forms: readonly (readonly [
  form: RegExp,
  tell: (found: RegExpExecArray) => Omit<Slip, "at">,
])[] = [
  [
    /^-{4,}(?=[ \t\r]*$)/m,
    ([dashes]) => ({
      message: `${dashes.length} dashes are no separator`,
      hint: "a line between two objects has exactly three: ---",
    }),
  ],
  [
    /^---[ \t]+(?=[^\s#&!{["'|>-])(?!.*:(?:\s|$)).+/m,
    () => ({
      message: "text behind --- is a value, not a comment",
      hint: "write it after a #: --- # …",
    }),
  ],
  [
    new RegExp(`^[ \\t]*(?:- +)?(${heads}):(?=[^\\s:/])`, "m"),
    ([, key = ""]) => ({
      message: `there is no space behind the colon of "${key}"`,
      hint: `write "${key}: " and then the value`,
    }),
  ],
  [
    /\{\{|\{%/,
    ([mark]) => ({
      message: `${mark} belongs to a template`,
      hint: "render it first, for example with helm template",
    }),
  ],
  [
    /^[ \t-]*\u00a0/m,
    () => ({
      message: "the indentation has a non-breaking space",
      hint: "it comes with text copied from a web page: replace it with a space",
    }),
  ],
  [
    /[\u201c\u201d\u2018\u2019]/,
    ([mark]) => ({ message: `${mark} is no quotation mark of YAML`, hint: "write \" or '" }),
  ],
  [
    /^(?:<{7}|={7}|>{7})(?= |$)/m,
    () => ({ message: "a mark of a merge conflict", hint: "resolve the conflict first" }),
  ],
  [
    /^[ \t]*```/m,
    () => ({ message: "``` belongs to Markdown", hint: "leave the lines with ``` out" }),
  ],
  [
    /^\$ \S/m,
    () => ({ message: "a command, not YAML", hint: "copy only what the command printed" }),
  ],
];

/**
 * Recognises what people do to a manifest that makes it no YAML any more.
 * @param text a document that could not be read
 * @returns undefined when nothing is recognised
 */
export function slipIn(text: string): Slip | undefined {
  for (const [form, tell] of forms) {
    const found = form.exec(text);
    if (found) return { at: found.index + found[0].search(/\S/), ...tell(found) };
  }
  return undefined;
}

/** Recognises a file that is no manifest at all: a web page, or an archive. */
export function foreignFile(text: string): Omit<Slip, "at"> | undefined {
  if (/^\s*<(?:!doctype\s+html|html[\s>]|\?xml[\s>])/i.test(text)) {
    const hint = "save the raw file, for example with the button Raw on GitHub";
    return { message: "this is a web page, not a manifest", hint };
  }
  if (text.includes("\u0000")) {
    return { message: "this is a binary file, not a manifest", hint: "give a text file in YAML" };
  }
  return undefined;
}
