/**
 * Makes an element.
 * @param tag its name
 * @param attributes its attributes by name
 * @param children its children; strings become text, never markup
 */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * Adds styles to the page that came without them. They are a constructed sheet: the policy of the
 * page allows no other style that comes later.
 * @param css the text of a stylesheet
 */
export function adoptStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
