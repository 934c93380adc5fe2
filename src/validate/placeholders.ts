/** What is left in a text for a tool or a person to fill in: `${NAME}`, `{{ .Values.name }}`, `<name>`. */
const placeholder = /\$\{?[A-Za-z_]\w*\}?|\{\{.*\}\}|^<[^<>]+>$/;

/** What to do about a placeholder in a value; undefined when there is none. */
export function placeholderHint(value: string): string | undefined {
  const [found] = placeholder.exec(value) ?? [];
  return found === undefined
    ? undefined
    : `${found} is a placeholder: fill it in before you apply the file`;
}
