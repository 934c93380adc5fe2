import { checkField } from "./fields.ts";
import { homeOf, type Ancestor } from "./hints/home.ts";
import { mismatchHint } from "./hints/mismatch.ts";
import { nowCalled } from "./hints/old-names.ts";
import { checkUnique } from "./lists.ts";
import { checkDefinition } from "./rules/definitions.ts";
import { definitionOf, fieldsOf, typeOf } from "./schema.ts";
import { nearestWord } from "./suggest.ts";
import { entry, keyOf, valueOf, type Entry, type MapNode, type Node, type Report } from "./tree.ts";
import { checkScalar, describe, typeInWords } from "./values/scalar.ts";

const isNull = (node: Node) => node.kind === "scalar" && node.value === null;
/** The definition of a field's value, or of the items of its list. */
const innerOf = (definition: string, field: string) =>
  definitionOf(typeOf(definition, field)?.replace("[]", "") ?? "");

/** Checks values against the schema, and against the rules of their definitions. */
export class Structure {
  /** How many fields are unknown, missing, or of the wrong type. */
  faults = 0;
  /** Reports faults of structure. */
  readonly #report: Report;
  /** Reports faults in the content of fields. */
  readonly #rule: Report;

  constructor(report: Report) {
    this.#rule = report;
    this.#report = (...problem) => {
      this.faults += 1;
      report(...problem);
    };
  }

  /** Checks an object whose apiVersion and kind are known to be right. */
  checkObject(node: MapNode, definition: string): void {
    const entries = node.entries.filter(({ key }) => key !== "apiVersion" && key !== "kind");
    this.#fields({ ...node, entries }, definition, []);
  }

  /**
   * @param node the value
   * @param type in the notation of schema.ts, without the required mark
   * @param above the definitions around it, from the root on
   * @param field the field that it is the value of
   */
  check(node: Node, type: string, above: readonly Ancestor[] = [], field = ""): void {
    if (type === "*") return;
    const list = type.startsWith("[]");
    const map = type.startsWith("{}");
    const definition = definitionOf(type);
    if (list && node.kind === "seq") this.#list(node.items, type.slice(2), above, field);
    else if (map && node.kind === "map") {
      for (const { value } of node.entries) {
        if (!isNull(value)) this.check(value, type.slice(2), above, field);
      }
    } else if (definition && node.kind === "map") this.#fields(node, definition, above);
    else if (list || map || definition) this.#mismatch(node, type, above, field);
    else if (node.kind === "scalar") checkScalar(node, type, this.#report);
    else this.#mismatch(node, type, above, field);
  }

  #mismatch(node: Node, type: string, above: readonly Ancestor[], field: string): void {
    const list = type.startsWith("[]");
    const simple = !list && !type.startsWith("{}") && !type.startsWith("@");
    const words = /^[ben]/.test(type) ? typeInWords(type) : `a ${typeInWords(type)}`;
    const wanted = list ? "a list" : simple ? words : "a map";
    const hint = mismatchHint(node, type, above.at(-1)?.definition ?? "", field);
    this.#report(valueOf(node), `must be ${wanted}, not ${describe(node)}`, hint);
  }

  #list(nodes: Node[], type: string, above: readonly Ancestor[], field: string): void {
    for (const node of nodes) {
      if (isNull(node)) this.#report(node, "an empty list item");
      else this.check(node, type, above, field);
    }
    checkUnique(nodes, definitionOf(type), this.#rule);
  }

  #fields(node: MapNode, definition: string, above: readonly Ancestor[]): void {
    const before = this.faults;
    const here = [...above, { definition, path: node.path }];
    for (const [index, field] of node.entries.entries()) {
      const type = typeOf(definition, field.key);
      if (type === undefined) this.#unknown(node, index, field, here);
      else if (!isNull(field.value)) {
        this.check(field.value, type, here, field.key);
        checkField(definition, field, this.#rule);
      }
    }
    this.#missing(node, definition, above.length === 0);
    // Rules compare fields: if one is misspelt or of the wrong type, they would only repeat that.
    if (this.faults === before) checkDefinition(definition, node, this.#rule);
  }

  #missing(node: MapNode, definition: string, root: boolean): void {
    for (const [name, type] of Object.entries(fieldsOf(definition))) {
      const value = entry(node, name)?.value;
      if (!type.startsWith("!") || (value && !isNull(value))) continue;
      if (root && (name === "apiVersion" || name === "kind")) continue;
      if (value) this.#report(value, "a value is missing");
      else if (!isElsewhere(node, definition, name)) {
        this.#report(node, `missing required field "${name}"`);
      }
    }
  }

  #unknown(node: MapNode, index: number, field: Entry, here: readonly Ancestor[]): void {
    this.#report(keyOf(field), "unknown field", unknownHint(node, index, field.key, here));
  }
}

/** Whether a missing field is there under another name or at another place, which is reported. */
function isElsewhere(node: MapNode, definition: string, missing: string): boolean {
  const inside = fieldsOf(innerOf(definition, missing) ?? "");
  return node.entries.some(({ key, value }) => {
    if (typeOf(definition, key) === undefined) {
      if (nowCalled(definition, key)?.includes(missing)) return true;
      return nearestWord(key, [missing]) !== undefined || Object.hasOwn(inside, key);
    }
    const type = innerOf(definition, key);
    if (type === undefined || value.kind !== "map") return false;
    return value.entries.some(
      (one) => typeOf(type, one.key) === undefined && Object.hasOwn(inside, one.key),
    );
  });
}

function unknownHint(
  node: MapNode,
  index: number,
  key: string,
  here: readonly Ancestor[],
): string | undefined {
  const definition = here.at(-1)?.definition ?? "";
  if (key.includes("\u00a0")) {
    return "it has a non-breaking space, as web pages do: replace it with a space";
  }
  const empty = node.entries
    .slice(0, index)
    .reverse()
    .find((one) => isNull(one.value) && typeOf(definition, one.key) !== undefined);
  const inside = empty && innerOf(definition, empty.key);
  if (empty && inside && typeOf(inside, key) !== undefined) return `indent it under "${empty.key}"`;
  const now = nowCalled(definition, key);
  if (now !== undefined) return now;
  const known = Object.keys(fieldsOf(definition));
  const near = nearestWord(key, known);
  if (near !== undefined && near.length > 3) return `did you mean "${near}"?`;
  if (definition === "LabelSelector") return 'write labels under "matchLabels"';
  const parent = here.at(-2)?.definition;
  if (parent && typeOf(parent, key) !== undefined) {
    return "it belongs one level up: check the indentation";
  }
  const home = known.find((name) => typeOf(innerOf(definition, name) ?? "", key) !== undefined);
  if (home) return `it belongs under "${home}"`;
  const place = homeOf(here, key);
  if (place !== undefined)
    return place ? `it belongs under ${place}` : "it belongs at the top level";
  return near === undefined ? undefined : `did you mean "${near}"?`;
}
