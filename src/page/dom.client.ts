/** What is the same in every language: translators of pages leave it alone. */
const CODE = new Set(["code", "kbd", "pre", "samp", "var"]);

/**
 * Makes an element; one for code is kept from translation.
 * @param children strings become text, never markup
 */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (CODE.has(tag)) element.translate = false;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * Adds styles that the page does not have yet. They are a constructed sheet: the policy of the page
 * allows no other styles after the page was parsed.
 */
export function adoptStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
