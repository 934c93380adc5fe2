import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A declared interface or type alias, and its file. */
export interface Declared {
  node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration;
  file: ts.SourceFile;
}

/** Declaration files of packages, parsed when first asked for. */
export class Declarations {
  readonly #modules: URL;
  readonly #files = new Map<string, ts.SourceFile>();

  /** @param modules the node_modules folder, as a URL that ends in a slash */
  constructor(modules: URL) {
    this.#modules = modules;
  }

  /**
   * Finds a declaration in a module, under its own name or one it is exported as.
   * @param module path under node_modules, without an ending
   * @throws Error when the module has no such declaration
   */
  declared(module: string, name: string): Declared {
    return this.#in(this.#open(new URL(`${module}.d.ts`, this.#modules)), name);
  }

  /**
   * Resolves a name in a file, also through its imports.
   * @throws Error when nothing declares it
   */
  find(name: string, file: ts.SourceFile): Declared {
    for (const statement of file.statements) {
      if (!ts.isImportDeclaration(statement)) continue;
      const bindings = statement.importClause?.namedBindings;
      if (!bindings || !ts.isNamedImports(bindings)) continue;
      const binding = bindings.elements.find((element) => element.name.text === name);
      if (!binding || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
      const from = statement.moduleSpecifier.text;
      const base = from.startsWith(".") ? file.fileName : this.#modules;
      const target = new URL(`${from.replace(/\.js$/, "")}.d.ts`, base);
      return this.#in(this.#open(target), (binding.propertyName ?? binding.name).text);
    }
    return this.#in(file, name);
  }

  #open(url: URL): ts.SourceFile {
    const known = this.#files.get(url.href);
    if (known) return known;
    const text = readFileSync(fileURLToPath(url), "utf8");
    const file = ts.createSourceFile(url.href, text, ts.ScriptTarget.Latest, true);
    this.#files.set(url.href, file);
    return file;
  }

  #in(file: ts.SourceFile, name: string): Declared {
    let local = name;
    for (const statement of file.statements) {
      if (!ts.isExportDeclaration(statement) || !statement.exportClause) continue;
      if (!ts.isNamedExports(statement.exportClause)) continue;
      const alias = statement.exportClause.elements.find((element) => element.name.text === name);
      if (alias) local = (alias.propertyName ?? alias.name).text;
    }
    for (const node of file.statements) {
      const declares = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
      if (declares && node.name.text === local) return { node, file };
    }
    throw new Error(`${file.fileName} declares no ${name}`);
  }
}
