import ts from "typescript";
import { enums } from "./enums.ts";
import { kinds, kubernetesVersion } from "./kinds.ts";
import { required } from "./required.ts";
import { Declarations, type Declared } from "./declarations.ts";

/** Everything the declarations say of the chosen kinds. */
export interface Generated {
  /** Minor version of Kubernetes, such as 1.36. */
  version: string;
  /** `apps/v1/Deployment` to the name of its definition. */
  kinds: Record<string, string>;
  /** Definition to field to type; src/validate/schema.ts explains the notation. */
  defs: Record<string, Record<string, string>>;
  /** Definition to field to what it means; the definition's own text is under "". */
  descriptions: Record<string, Record<string, string>>;
}

/** Fields that only the system writes; they are accepted and not looked at. */
const opaque = ["ObjectMeta.managedFields", "PodSpec.ephemeralContainers"];

/** Types whose values have a form of their own. */
const special: Record<string, string> = {
  IQuantity: "q",
  IIntOrString: "x",
  ITime: "t",
  IMicroTime: "t",
  IRawExtension: "*",
  IFieldsV1: "*",
  IJSON: "*",
};

class Generator {
  readonly defs: Generated["defs"] = {};
  readonly descriptions: Generated["descriptions"] = {};
  readonly #declarations: Declarations;
  /** The declaration that a definition's name belongs to. */
  readonly #owners = new Map<string, string>();

  constructor(declarations: Declarations) {
    this.#declarations = declarations;
  }

  /** The definition of a declared interface, made when it is first asked for. */
  define(declared: Declared & { node: ts.InterfaceDeclaration }): string {
    const short = declared.node.name.text.replace(/^I/, "");
    const name = this.#name(short, declared);
    if (name in this.defs) return name;
    this.defs[name] = {};
    this.descriptions[name] = { "": comment(declared.node) };
    this.#fields(name, declared);
    return name;
  }

  /** Gateway API and core share a few names, LocalObjectReference among them. */
  #name(short: string, declared: Declared): string {
    const owner = `${declared.file.fileName}#${short}`;
    const group = /\/([^/]+)\/v[^/]+\/[^/]+$/.exec(declared.file.fileName)?.[1] ?? "";
    for (const name of [short, `${group}.${short}`]) {
      const taken = this.#owners.get(name) ?? owner;
      this.#owners.set(name, taken);
      if (taken === owner) return name;
    }
    throw new Error(`two definitions are called ${short}`);
  }

  #fields(name: string, { node, file }: Declared): void {
    if (!ts.isInterfaceDeclaration(node)) throw new Error(`${name} is no interface`);
    for (const clause of node.heritageClauses ?? []) {
      for (const parent of clause.types) {
        const text = parent.expression.getText(file);
        if (text !== "TypeMeta") this.#fields(name, this.#declarations.find(text, file));
      }
    }
    this.#members(name, node.members, file);
  }

  #members(name: string, members: ts.NodeArray<ts.TypeElement>, file: ts.SourceFile): void {
    for (const member of members) {
      if (!ts.isPropertySignature(member) || !member.type || !ts.isStringLiteral(member.name)) {
        throw new Error(`${name}: unexpected member ${member.getText(file)}`);
      }
      const field = member.name.text;
      const status = field === "status" && "apiVersion" in (this.defs[name] ?? {});
      const place = `${name}.${field}`;
      const skipped = status || opaque.includes(place);
      const type = skipped ? "*" : this.#type(member.type, file, place);
      const demanded = !member.questionToken || required[name]?.includes(field);
      this.defs[name] = { ...this.defs[name], [field]: (demanded ? "!" : "") + type };
      const text = comment(member);
      if (text) this.descriptions[name] = { ...this.descriptions[name], [field]: text };
    }
  }

  #type(node: ts.TypeNode, file: ts.SourceFile, place: string): string {
    const added = enums[place];
    if (ts.isTypeReferenceNode(node)) return this.#reference(node, file, place);
    if (ts.isTypeLiteralNode(node)) return this.#literal(node, file, place);
    if (ts.isUnionTypeNode(node)) return this.#union(node, place);
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) {
      return `e:${node.literal.text}`;
    }
    if (node.kind === ts.SyntaxKind.StringKeyword) return added ? `e:${added.values}` : "s";
    // The kinds chosen contain no fractions: quantities and IntOrString have types of their own.
    if (node.kind === ts.SyntaxKind.NumberKeyword) return "i";
    if (node.kind === ts.SyntaxKind.BooleanKeyword) return "b";
    if (node.kind === ts.SyntaxKind.UnknownKeyword || node.kind === ts.SyntaxKind.AnyKeyword) {
      return "*";
    }
    throw new Error(`${place}: cannot read the type ${node.getText(file)}`);
  }

  #reference(node: ts.TypeReferenceNode, file: ts.SourceFile, place: string): string {
    const text = node.typeName.getText(file);
    const [argument] = node.typeArguments ?? [];
    if (text === "Array" && argument) return `[]${this.#type(argument, file, place)}`;
    const found = this.#declarations.find(text, file);
    const known = special[found.node.name.text];
    if (known) return known;
    if (ts.isInterfaceDeclaration(found.node)) {
      return `@${this.define({ node: found.node, file: found.file })}`;
    }
    return this.#type(found.node.type, found.file, place);
  }

  #literal(node: ts.TypeLiteralNode, file: ts.SourceFile, place: string): string {
    const [first] = node.members;
    if (!first) return "*";
    if (ts.isIndexSignatureDeclaration(first)) return `{}${this.#type(first.type, file, place)}`;
    const name = this.#name(place, { node: undefined as never, file });
    this.defs[name] = {};
    this.descriptions[name] = { "": "" };
    this.#members(name, node.members, file);
    return `@${name}`;
  }

  #union(node: ts.UnionTypeNode, place: string): string {
    const numeric = node.types.every(
      (type) => ts.isLiteralTypeNode(type) && ts.isNumericLiteral(type.literal),
    );
    const values = node.types.map((type) => {
      if (ts.isLiteralTypeNode(type) && ts.isLiteralExpression(type.literal))
        return type.literal.text;
      throw new Error(`${place}: a union of more than strings or numbers`);
    });
    return `${numeric ? "n" : "e"}:${values.join("|")}`;
  }
}

/** The text of a declaration's doc comment, its escapes undone. */
function comment(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node);
  if (!doc || !ts.isJSDoc(doc)) return "";
  // A description may contain an @: the parser then takes the rest for a tag.
  const text = doc.getText().replace(/^\/\*\*|\*\/$/g, "");
  return text
    .replace(/^[ \t]*\* ?/gm, "")
    .replace(/\\([*/@])/g, "$1")
    .trim();
}

/**
 * Reads the declarations of every chosen kind.
 * @param root the folder that contains node_modules
 * @returns schema and descriptions
 * @throws Error when a declaration has a form that is not known, or an enum of ours has no field
 */
export function generate(root: URL): Generated {
  const declarations = new Declarations(new URL("node_modules/", root));
  const generator = new Generator(declarations);
  const names: Record<string, string> = {};
  for (const [module, list] of Object.entries(kinds)) {
    for (const kind of list) {
      const { node, file } = declarations.declared(`${module}/${kind}`, `I${kind}`);
      if (!ts.isInterfaceDeclaration(node)) throw new Error(`${kind} is no interface`);
      const name = generator.define({ node, file });
      const apiVersion = generator.defs[name]?.["apiVersion"]?.replace(/^!e:/, "") ?? "";
      names[`${apiVersion}/${kind}`] = name;
    }
  }
  for (const place of Object.keys(enums)) {
    const [name = "", field = ""] = place.split(".");
    if (!generator.defs[name]?.[field]?.includes("e:")) {
      throw new Error(`scripts/schema/enums.ts: no field ${place} that takes a string`);
    }
  }
  for (const [name, fields] of Object.entries(required)) {
    const unknown = fields.find((field) => !generator.defs[name]?.[field]);
    if (unknown) throw new Error(`scripts/schema/required.ts: no field ${name}.${unknown}`);
  }
  const { defs, descriptions } = generator;
  return { version: kubernetesVersion, kinds: names, defs, descriptions };
}
