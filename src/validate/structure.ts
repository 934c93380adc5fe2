import { checkField } from "./fields.ts";
import { checkUnique } from "./lists.ts";
import { checkDefinition } from "./rules/definitions.ts";
import { definitionOf, fieldsOf, typeOf } from "./schema.ts";
import { nearestWord } from "./suggest.ts";
import { entry, type Entry, type MapNode, type Node, type Report } from "./tree.ts";
import { checkScalar, describe, typeInWords } from "./values.ts";

const isNull = (node: Node) => node.kind === "scalar" && node.value === null;

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

  /**
   * @param node the value
   * @param type in the notation of schema.ts, without the required mark
   * @param parent the definition around it, to recognise a field that is one level too deep
   */
  check(node: Node, type: string, parent?: string): void {
    if (type === "*") return;
    const list = type.startsWith("[]");
    const map = type.startsWith("{}");
    const definition = definitionOf(type);
    if (list && node.kind === "seq") this.#list(node.items, type.slice(2), parent);
    else if (map && node.kind === "map") {
      for (const { value } of node.entries) if (!isNull(value)) this.check(value, type.slice(2));
    } else if (definition && node.kind === "map") this.#fields(node, definition, parent);
    else if (list || map || definition) this.#mismatch(node, type);
    else if (node.kind === "scalar") checkScalar(node, type, this.#report);
    else this.#mismatch(node, type);
  }

  #mismatch(node: Node, type: string): void {
    const list = type.startsWith("[]");
    const simple = !list && !type.startsWith("{}") && !type.startsWith("@");
    const words = /^[ben]/.test(type) ? typeInWords(type) : `a ${typeInWords(type)}`;
    const wanted = list ? "a list" : simple ? words : "a map";
    const hint = list && node.kind === "map" ? 'start each item with "- "' : undefined;
    const message = `must be ${wanted}, not ${describe(node)}`;
    this.#report({ at: node.start, path: node.path }, message, hint);
  }

  #list(nodes: Node[], type: string, parent?: string): void {
    for (const node of nodes) {
      if (isNull(node)) this.#report(node, "an empty list item");
      else this.check(node, type, parent);
    }
    checkUnique(nodes, definitionOf(type), this.#rule);
  }

  #fields(node: MapNode, definition: string, parent?: string): void {
    const before = this.faults;
    for (const [index, field] of node.entries.entries()) {
      const type = typeOf(definition, field.key);
      if (type === undefined) this.#unknown(node, index, field, definition, parent);
      else if (!isNull(field.value)) {
        this.check(field.value, type, definition);
        checkField(definition, field, this.#rule);
      }
    }
    for (const [name, type] of Object.entries(fieldsOf(definition))) {
      const value = entry(node, name)?.value;
      if (type.startsWith("!") && (!value || isNull(value))) {
        const misspelt = node.entries.find(
          ({ key }) => typeOf(definition, key) === undefined && nearestWord(key, [name]),
        );
        if (!misspelt) {
          const place = value ?? node;
          const message = value ? "a value is missing" : `missing required field "${name}"`;
          this.#report(place, message);
        }
      }
    }
    // Rules compare fields: if one is misspelt or of the wrong type, they would only repeat that.
    if (this.faults === before) checkDefinition(definition, node, this.#rule);
  }

  #unknown(node: MapNode, index: number, field: Entry, definition: string, parent?: string): void {
    this.#report(
      { at: field.at, path: field.value.path },
      "unknown field",
      this.#hint(node, index, field.key, definition, parent),
    );
  }

  #hint(node: MapNode, index: number, key: string, definition: string, parent?: string) {
    const known = Object.keys(fieldsOf(definition));
    const above = node.entries
      .slice(0, index)
      .reverse()
      .find((one) => isNull(one.value) && typeOf(definition, one.key) !== undefined);
    const inside = above && definitionOf(typeOf(definition, above.key)?.replace("[]", "") ?? "");
    if (above && inside && typeOf(inside, key) !== undefined)
      return `indent it under "${above.key}"`;
    const near = nearestWord(key, known);
    if (near !== undefined) return `did you mean "${near}"?`;
    if (parent && typeOf(parent, key) !== undefined)
      return "it belongs one level up: check the indentation";
    const home = known.find((name) => {
      const inner = definitionOf(typeOf(definition, name)?.replace("[]", "") ?? "");
      return inner && typeOf(inner, key) !== undefined;
    });
    return home ? `it belongs under "${home}"` : undefined;
  }
}
